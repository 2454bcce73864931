use mission_and_values::explorer::{Choice, Explorer, Mode};

#[test]
fn what_the_pointer_is_on_comes_before_what_was_chosen() {
    let mut explorer = Explorer::new(6);
    assert_eq!(explorer.choice(), Choice::Nothing);
    explorer.choose_row(3);
    assert_eq!(explorer.choice(), Choice::Row(3));
    explorer.pointed = Choice::Thread(1);
    assert_eq!(explorer.choice(), Choice::Thread(1));
    explorer.pointed = Choice::Nothing;
    assert_eq!(explorer.choice(), Choice::Row(3));
}

#[test]
fn the_value_is_the_one_that_the_reader_is_at_or_was_last() {
    let mut explorer = Explorer::new(6);
    assert_eq!(explorer.value(), 0, "the first, to begin with");
    explorer.come_to(Some(3));
    assert_eq!((explorer.current, explorer.value()), (Some(3), 2));
    for elsewhere in [Some(0), Some(7), None] {
        explorer.come_to(elsewhere);
        assert_eq!((explorer.current, explorer.value()), (elsewhere, 2));
    }
}

#[test]
fn the_first_value_has_none_before_it_and_the_last_none_after() {
    let mut explorer = Explorer::new(6);
    assert_eq!((explorer.previous(), explorer.next()), (None, Some(1)));
    explorer.come_to(Some(6));
    assert_eq!((explorer.previous(), explorer.next()), (Some(4), None));
    assert_eq!(Explorer::new(1).next(), None);
}

#[test]
fn only_one_at_a_time_hides_and_all_but_one() {
    let mut explorer = Explorer::new(6);
    assert!((0..6).all(|value| !explorer.hides(value)));
    explorer.mode = Mode::One;
    explorer.come_to(Some(2));
    let seen = (0..6).filter(|value| !explorer.hides(*value)).collect::<Vec<_>>();
    assert_eq!(seen, [1]);
}

#[test]
fn scrolling_leaves_a_value_that_is_shown_by_itself() {
    let mut explorer = Explorer::new(6);
    explorer.scroll_to(Some(4));
    assert_eq!((explorer.current, explorer.value()), (Some(4), 3), "all are shown");
    explorer.mode = Mode::One;
    explorer.scroll_to(Some(1));
    assert_eq!((explorer.current, explorer.value()), (Some(4), 3));
    explorer.scroll_to(Some(7));
    assert_eq!((explorer.current, explorer.value()), (Some(7), 3), "a belief");
}
