//! The index as a picture: which rows and arcs are lit, and the shape of an arc.

use crate::explorer::Choice;
use crate::outline::Outline;

/// How a row or an arc is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Light {
    /// Nothing is chosen.
    Rest,
    /// It is what was chosen.
    Chosen,
    /// It hangs together with what was chosen.
    Partner,
    /// It does not.
    Quiet,
}

impl Light {
    /// The value of the attribute that CSS knows it by.
    pub fn name(self) -> &'static str {
        match self {
            Self::Rest => "rest",
            Self::Chosen => "chosen",
            Self::Partner => "partner",
            Self::Quiet => "quiet",
        }
    }
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

    /// How a row is drawn.
    pub fn row(&self, row: usize, choice: Choice) -> Light {
        let runs_through = |thread: &Vec<usize>, row: usize| thread.contains(&row);
        match choice {
            Choice::Nothing => Light::Rest,
            Choice::Row(chosen) if chosen == row => Light::Chosen,
            Choice::Row(chosen) => {
                let shared = |it: &Vec<usize>| runs_through(it, row) && runs_through(it, chosen);
                partner_if(self.threads.iter().any(shared))
            }
            Choice::Thread(chosen) => {
                partner_if(self.threads.get(chosen).is_some_and(|it| runs_through(it, row)))
            }
        }
    }

    /// How the arcs of a word are drawn.
    pub fn thread(&self, thread: usize, choice: Choice) -> Light {
        match choice {
            Choice::Nothing => Light::Rest,
            Choice::Thread(chosen) if chosen == thread => Light::Chosen,
            Choice::Thread(_) => Light::Quiet,
            Choice::Row(row) => {
                partner_if(self.threads.get(thread).is_some_and(|it| it.contains(&row)))
            }
        }
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

fn partner_if(hangs_together: bool) -> Light {
    if hangs_together { Light::Partner } else { Light::Quiet }
}
