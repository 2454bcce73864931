//! Where a reader is, what they have chosen, and how the values are shown.

/// What a reader has chosen, or is looking at.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Choice {
    #[default]
    Nothing,
    /// A row of the index.
    Row(usize),
    /// A word.
    Thread(usize),
}

/// How the values are read.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Mode {
    /// All of them, one below the other.
    #[default]
    All,
    /// One at a time.
    One,
}

/// The state of the explorer. Begins the same for every visitor, as the
/// prerendered page does; the address is applied afterwards.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Explorer {
    /// What the address names.
    pub chosen: Choice,
    /// What the pointer or the focus is on, for as long as it is.
    pub pointed: Choice,
    /// The row of the index that the reader is at.
    pub current: Option<usize>,
    pub mode: Mode,
    /// The value that the reader is at, or was last, counted from 0.
    value: usize,
    /// How many values there are. They are the rows after the first.
    values: usize,
}

impl Explorer {
    /// The state in which every page begins.
    pub fn new(values: usize) -> Self {
        Self {
            chosen: Choice::Nothing,
            pointed: Choice::Nothing,
            current: None,
            mode: Mode::All,
            value: 0,
            values,
        }
    }

    /// What is lit: what the reader looks at, or else what they have chosen.
    pub fn choice(self) -> Choice {
        match self.pointed {
            Choice::Nothing => self.chosen,
            pointed => pointed,
        }
    }

    /// The reader has come to a row, or to none.
    pub fn come_to(&mut self, row: Option<usize>) {
        self.current = row;
        let value = row.and_then(|row| row.checked_sub(1)).filter(|value| *value < self.values);
        self.value = value.unwrap_or(self.value);
    }

    /// The reader has scrolled to a row, or to none. A value that is shown by itself
    /// stays, wherever the headings of the hidden ones are.
    pub fn scroll_to(&mut self, row: Option<usize>) {
        let is_value = row.is_some_and(|row| (1..=self.values).contains(&row));
        let stays = self.mode == Mode::One && is_value;
        self.come_to(if stays { Some(self.value + 1) } else { row });
    }

    /// The reader has chosen a row, and is there.
    pub fn choose_row(&mut self, row: usize) {
        self.chosen = Choice::Row(row);
        self.come_to(Some(row));
    }

    /// The value that the reader is at, or was last, counted from 0.
    pub fn value(self) -> usize {
        self.value
    }

    /// What decides which values are shown.
    pub fn shown(self) -> (Mode, usize) {
        (self.mode, self.value)
    }

    /// How many values there are.
    pub fn values(self) -> usize {
        self.values
    }

    /// The value before, if any.
    pub fn previous(self) -> Option<usize> {
        self.value.checked_sub(1)
    }

    /// The value after, if any.
    pub fn next(self) -> Option<usize> {
        let next = self.value + 1;
        (next < self.values).then_some(next)
    }

    /// Whether a value is out of sight, because another is shown by itself.
    pub fn hides(self, value: usize) -> bool {
        self.mode == Mode::One && self.value != value
    }
}
