//! The index as a picture: which rows and arcs are lit, and the shape of an arc.

use crate::explorer::Choice;
use crate::outline::Outline;

/// How a row or an arc is drawn that is not quiet, while something is chosen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Light {
    /// It is what was chosen.
    Chosen,
    /// It hangs together with what was chosen.
    Partner,
}

impl Light {
    /// The value of the attribute that CSS knows it by.
    pub fn name(self) -> &'static str {
        match self {
            Self::Chosen => "chosen",
            Self::Partner => "partner",
        }
    }
}

/// All that is lit. In a long text that is little of it: the rest is not named.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Lights {
    pub rows: Vec<(usize, Light)>,
    /// The arcs of words.
    pub threads: Vec<(usize, Light)>,
}

/// The rows of each word, as the picture needs them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Picture {
    rows: usize,
    threads: Vec<Vec<usize>>,
}

impl Picture {
    /// The picture of an outline.
    pub fn of(outline: &Outline) -> Self {
        let threads = outline.threads.iter().map(|thread| outline.rows_of(thread)).collect();
        Self { rows: outline.rows.len(), threads }
    }

    /// What is lit when this is chosen.
    pub fn lights(&self, choice: Choice) -> Lights {
        match choice {
            Choice::Nothing => Lights::default(),
            Choice::Row(row) => self.lights_of_row(row),
            Choice::Thread(thread) => Lights {
                rows: partners(self.threads.get(thread).into_iter().flatten().copied()),
                threads: vec![(thread, Light::Chosen)],
            },
        }
    }

    /// The row, the words that run through it, and where else they run.
    fn lights_of_row(&self, chosen: usize) -> Lights {
        let mut is_partner = vec![false; self.rows];
        let mut threads = Vec::new();
        for (thread, rows) in self.threads.iter().enumerate() {
            if rows.binary_search(&chosen).is_err() {
                continue;
            }
            threads.push(thread);
            for row in rows {
                if let Some(is_partner) = is_partner.get_mut(*row) {
                    *is_partner = *row != chosen;
                }
            }
        }
        let mut rows = partners((0..self.rows).filter(|row| is_partner.get(*row) == Some(&true)));
        rows.push((chosen, Light::Chosen));
        Lights { rows, threads: partners(threads.into_iter()) }
    }

    /// How many rows there are.
    pub fn height(&self) -> usize {
        self.rows
    }

    /// The arcs of every word, as an SVG path, in a space that is 100 wide and
    /// one high for each row. Empty where a word stays within a row.
    pub fn arcs(&self) -> Vec<String> {
        let lanes = self.threads.len().max(1);
        let arcs = self.threads.iter().enumerate();
        arcs.map(|(lane, rows)| self.arc(rows, lane, lanes)).collect()
    }

    /// From row to row in reading order, farther out the longer the way, and
    /// each word a little beside the others.
    fn arc(&self, rows: &[usize], lane: usize, lanes: usize) -> String {
        let mut path = String::new();
        for pair in rows.windows(2) {
            let &[from, to] = pair else { continue };
            let way = to - from;
            let reach = 26 + 76 * way / self.rows.max(1) + 30 * lane / lanes;
            let [from, to, reach] = [from, to, reach].map(|number| number.to_string());
            for part in [
                "M0 ", &from, ".5C", &reach, " ", &from, ".5 ", &reach, " ", &to, ".5 0 ", &to,
                ".5",
            ] {
                path.push_str(part);
            }
        }
        path
    }
}

fn partners(positions: impl Iterator<Item = usize>) -> Vec<(usize, Light)> {
    positions.map(|position| (position, Light::Partner)).collect()
}
