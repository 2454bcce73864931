//! From which side each run is entered: the cheapest choice for the whole thread.

use super::grid::Grid;
use super::net::Run;
use super::route::{At, NEVER, Search};

/// One way along a run.
#[derive(Clone, Copy)]
pub(super) struct Door {
    pub(super) enter: At,
    pub(super) leave: At,
    /// Which of the ways along the run before leads here.
    from: usize,
}

/// Decides for each run in turn. Runs that cannot be reached are left out. `ends` are
/// the looks of the end, of which one is to be reached; or none.
pub(super) fn choose(grid: &Grid, start: At, runs: &[Run], ends: &[At]) -> Vec<Door> {
    let mut open = vec![(start, 0)];
    let mut layers = Vec::new();
    for doors in runs.iter().filter_map(|run| run.doors(grid)) {
        let search = Search::new(grid, &open, &doors.map(|(enter, _)| enter));
        let (mut layer, mut next) = (Vec::new(), Vec::new());
        for (enter, leave) in doors {
            if search.cost(enter) != NEVER {
                layer.push(Door { enter, leave, from: origin(&search, &open, enter) });
                next.push((leave, search.cost(enter)));
            }
        }
        if !layer.is_empty() {
            layers.push(layer);
            open = next;
        }
    }
    let mut at = last(grid, &open, ends);
    let mut chosen = Vec::new();
    for layer in layers.iter().rev() {
        if let Some(door) = layer.get(at) {
            chosen.push(*door);
            at = door.from;
        }
    }
    chosen.reverse();
    chosen
}

/// Which of the beginnings leads to what was found.
fn origin(search: &Search, open: &[(At, u32)], to: At) -> usize {
    let first = search.way_to(to).first().copied();
    open.iter().position(|(at, _)| Some(*at) == first).unwrap_or(0)
}

/// Which of two ways along the last run is the better one.
fn last(grid: &Grid, open: &[(At, u32)], ends: &[At]) -> usize {
    let search = Search::new(grid, open, ends);
    match search.cheapest(ends) {
        Some(end) => origin(&search, open, end),
        None => usize::from(matches!(open, [(_, one), (_, other)] if other < one)),
    }
}
