//! The cheapest way through the net: its length, and a charge for each turn.

use std::cmp::Reverse;
use std::collections::BinaryHeap;

use super::grid::{Grid, Way};

/// What a quarter turn costs, in px of length.
const TURN: u32 = 60;
/// The cost of what is not reached.
pub(super) const NEVER: u32 = u32::MAX;

/// A crossing and the way that the thread looks there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct At {
    pub(super) node: usize,
    pub(super) way: Way,
}

impl At {
    fn index(self) -> usize {
        self.node * 4 + self.way
    }

    fn from_index(index: usize) -> Self {
        Self { node: index / 4, way: index % 4 }
    }
}

/// The cheapest ways from some beginnings, as far as they had to be sought.
pub(super) struct Search {
    cost: Vec<u32>,
    from: Vec<usize>,
}

impl Search {
    /// Seeks from all of `from`, each with the cost so far, until all of `to` are found.
    pub(super) fn new(grid: &Grid, from: &[(At, u32)], to: &[At]) -> Self {
        let states = grid.len() * 4;
        let mut search = Self { cost: vec![NEVER; states], from: (0..states).collect() };
        let mut open = BinaryHeap::new();
        for (at, cost) in from {
            search.reach(&mut open, at.index(), at.index(), *cost);
        }
        let mut missing = to.len();
        while let Some(Reverse((cost, index))) = open.pop() {
            if search.cost.get(index) != Some(&cost) {
                continue;
            }
            let at = At::from_index(index);
            if to.contains(&at) {
                missing -= 1;
                if missing == 0 {
                    break;
                }
            }
            if let Some((node, charge)) = grid.next(at.node, at.way) {
                search.reach(&mut open, index, At { node, ..at }.index(), cost + charge);
            }
            for way in [at.way ^ 1, at.way ^ 3] {
                search.reach(&mut open, index, At { way, ..at }.index(), cost + TURN);
            }
        }
        search
    }

    /// Notes a way to a state, if it is the cheapest so far. Among equals the thread
    /// turns late, near where it is going.
    fn reach(&mut self, open: &mut Open, from: usize, to: usize, cost: u32) {
        if let (Some(best), Some(before)) = (self.cost.get_mut(to), self.from.get_mut(to)) {
            let turns = from / 4 == to / 4 && from != to;
            if cost < *best {
                open.push(Reverse((cost, to)));
            } else if cost > *best || !turns {
                return;
            }
            *best = cost;
            *before = from;
        }
    }

    pub(super) fn cost(&self, at: At) -> u32 {
        self.cost.get(at.index()).copied().unwrap_or(NEVER)
    }

    /// The cheapest of some states that was found.
    pub(super) fn cheapest(&self, of: &[At]) -> Option<At> {
        let found = of.iter().copied().filter(|at| self.cost(*at) != NEVER);
        found.min_by_key(|at| self.cost(*at))
    }

    /// The way to what was found, from where it began.
    pub(super) fn way_to(&self, at: At) -> Vec<At> {
        let mut way = vec![at];
        let mut index = at.index();
        while let Some(before) = self.from.get(index)
            && *before != index
        {
            index = *before;
            way.push(At::from_index(index));
        }
        way.reverse();
        way
    }
}

type Open = BinaryHeap<Reverse<(u32, usize)>>;
