//! OVER and WINDOW: partitions, orders, frames.

use super::keywords::Class;
use super::reader::{Parse, Reader};
use sqlparser::ast::{WindowFrame, WindowFrameBound, WindowFrameUnits, WindowSpec, WindowType};

impl Reader<'_> {
    /// What follows OVER.
    pub(super) fn window(&mut self) -> Parse<WindowType> {
        if self.is_mark("(") {
            return self.parenthesised(Self::window_spec).map(WindowType::WindowSpec);
        }
        self.column_id().map(WindowType::NamedWindow)
    }

    pub(super) fn window_spec(&mut self) -> Parse<WindowSpec> {
        let clause = matches!(self.word_at(0), Some("partition" | "range" | "rows" | "groups"));
        let reserved = self.keyword().is_some_and(|keyword| keyword.class == Class::Reserved);
        let window_name = if !clause && !reserved && self.is_column_id() { Some(self.column_id()?) } else { None };
        let partition_by = if self.take_all(&["partition", "by"]) { self.list(Self::expr)? } else { Vec::new() };
        let order_by = if self.take_all(&["order", "by"]) { self.order_by_list()? } else { Vec::new() };
        let units = if self.take("rows") {
            Some(WindowFrameUnits::Rows)
        } else if self.take("range") {
            Some(WindowFrameUnits::Range)
        } else if self.take("groups") {
            Some(WindowFrameUnits::Groups)
        } else {
            None
        };
        let window_frame = units.map(|units| self.frame(units)).transpose()?;
        Ok(WindowSpec { window_name, partition_by, order_by, window_frame })
    }

    fn frame(&mut self, units: WindowFrameUnits) -> Parse<WindowFrame> {
        let between = self.take("between");
        let start_bound = self.bound()?;
        let end_bound = if between {
            self.expect("and")?;
            Some(self.bound()?)
        } else {
            None
        };
        let position = self.position();
        if self.take("exclude") && !self.take_all(&["no", "others"]) {
            return Err(self.unsupported("EXCLUDE in a window frame", position));
        }
        Ok(WindowFrame { units, start_bound, end_bound })
    }

    fn bound(&mut self) -> Parse<WindowFrameBound> {
        if self.take_all(&["current", "row"]) {
            return Ok(WindowFrameBound::CurrentRow);
        }
        // UNBOUNDED is a name too, and PostgreSQL decides by what follows.
        let unbounded = self.is("unbounded") && matches!(self.word_at(1), Some("preceding" | "following"));
        let distance = if unbounded {
            self.advance();
            None
        } else {
            Some(Box::new(self.expr()?))
        };
        if self.take("preceding") {
            return Ok(WindowFrameBound::Preceding(distance));
        }
        self.expect("following")?;
        Ok(WindowFrameBound::Following(distance))
    }
}
