//! One aggregate of ours as DataFusion calls it.
//!
//! Comes in: which aggregate, over which types, in which order. Goes out: its accumulators. Must never: be planned by its name, which DataFusion's optimizer would take for its own aggregate.

use super::finish::{ArrayAgg, BytesAgg, CountRows, First, Inner, JsonAgg, JsonObjectAgg, Mode, StringAgg};
use super::fold::{Fold, Folded, Recomputed};
use super::gather::{Finish, Gathered, Layout};
use super::interval::SumInterval;
use super::percentile::Percentile;
use super::reduce::{ExtremeNumeric, Reduce, ReduceBool};
use super::statistics::{Moment, Moments, Pairs, Regression};
use super::sums::{End, SumFloat, SumInt, SumNumeric};
use super::variance::NumericMoments;
use crate::types::PgType;
use datafusion::arrow::datatypes::{
    DataType, Field, FieldRef, Float32Type, Float64Type, Int16Type, Int32Type, Int64Type,
};
use datafusion::common::Result;
use datafusion::logical_expr::function::{AccumulatorArgs, StateFieldsArgs};
use datafusion::logical_expr::utils::AggregateOrderSensitivity;
use datafusion::logical_expr::{Accumulator, AggregateUDFImpl, EmitTo, GroupsAccumulator, Signature, Volatility};
use std::marker::PhantomData;
use std::sync::Arc;

/// Which aggregate; the types of its arguments say the rest.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum What {
    Count,
    Sum,
    Average,
    Moment(Moment),
    Pairs(Regression),
    Min,
    Max,
    BoolAnd,
    BoolOr,
    BitAnd,
    BitOr,
    BitXor,
    ArrayAgg,
    StringAgg,
    JsonAgg { lines: bool },
    JsonObjectAgg { binary: bool },
    AnyValue,
    PercentileCont { several: bool },
    PercentileDisc { several: bool },
    Mode,
}

/// An aggregate with all that decides its answer.
#[derive(Debug, PartialEq, Eq, Hash)]
pub struct PgAggregate {
    /// Tells it from all others in a plan: two that differ only in their order are two columns.
    name: String,
    what: What,
    /// The first argument's type, by which an implementation is chosen.
    input: PgType,
    /// All columns: arguments, sort keys, keys that tell distinct rows.
    columns: Vec<DataType>,
    result: DataType,
    returns: PgType,
    layout: Layout,
    signature: Signature,
}

/// What a call of an aggregate consists of, for one who writes it in SQL.
pub struct AggregateParts<'a> {
    /// PostgreSQL's.
    pub name: &'a str,
    /// How many of the columns are arguments; the sort keys follow, then what tells distinct rows.
    pub arguments: usize,
    /// Of each sort key: ascending, and NULLs first.
    pub sort: Vec<(bool, bool)>,
    pub distinct: bool,
    /// The first argument's type.
    pub input: &'a PgType,
    pub returns: &'a PgType,
}

impl PgAggregate {
    #[must_use]
    pub fn parts(&self) -> AggregateParts<'_> {
        AggregateParts {
            name: self.postgres_name(),
            arguments: self.layout.arguments,
            sort: self.layout.sort.iter().map(|direction| (direction.ascending, direction.nulls_first)).collect(),
            distinct: self.layout.distinct > 0,
            input: &self.input,
            returns: &self.returns,
        }
    }

    pub(super) fn new(
        what: What,
        name: &str,
        input: PgType,
        columns: Vec<DataType>,
        result: &PgType,
        layout: Layout,
    ) -> Self {
        let mut full = format!("pg_{name}");
        for direction in &layout.sort {
            full.push_str(if direction.ascending { "_asc" } else { "_desc" });
            full.push_str(if direction.nulls_first { "_first" } else { "_last" });
        }
        if layout.distinct > 0 {
            full.push_str("_distinct");
        }
        full.push_str(&format!("_{}", layout.arguments));
        let signature = Signature::any(columns.len(), Volatility::Immutable);
        Self { name: full, what, input, columns, result: result.arrow(), returns: result.clone(), layout, signature }
    }

    /// The PostgreSQL name.
    #[must_use]
    pub fn postgres_name(&self) -> &str {
        let name = self.name.strip_prefix("pg_").unwrap_or(&self.name);
        let tail = self.layout.sort.len() * 2 + usize::from(self.layout.distinct > 0) + 1;
        name.rsplitn(tail + 1, '_').last().unwrap_or(name)
    }

    /// Whether its value goes by the order in which rows come: it puts them in a row, and has no ORDER BY of its own.
    #[must_use]
    pub fn goes_by_rows(&self) -> bool {
        let gathers = matches!(
            self.what,
            What::ArrayAgg | What::StringAgg | What::JsonAgg { .. } | What::JsonObjectAgg { .. } | What::AnyValue
        );
        gathers && self.layout.sort.is_empty() && self.layout.distinct == 0
    }

    fn make(&self, single: bool) -> Result<Made> {
        let make = Make { aggregate: self, single };
        match self.what {
            What::Count => make.gathered(CountRows),
            What::Sum | What::Average => self.sum(&make),
            What::Moment(moment) => match self.input {
                PgType::Float4 | PgType::Float8 => make.folded(Moments { moment }),
                _ => make.folded(NumericMoments { moment }),
            },
            What::Pairs(what) => make.folded(Pairs { what }),
            What::Min | What::Max => self.extreme(&make, self.what == What::Max),
            What::BoolAnd => make.folded(ReduceBool { all: true }),
            What::BoolOr => make.folded(ReduceBool { all: false }),
            What::BitAnd => self.bits(&make, |a, b| a & b, |a, b| a & b, |a, b| a & b),
            What::BitOr => self.bits(&make, |a, b| a | b, |a, b| a | b, |a, b| a | b),
            What::BitXor => self.bits(&make, |a, b| a ^ b, |a, b| a ^ b, |a, b| a ^ b),
            What::ArrayAgg => make.gathered(ArrayAgg),
            What::StringAgg if self.input == PgType::Bytea => make.gathered(BytesAgg),
            What::StringAgg => make.gathered(StringAgg),
            What::JsonAgg { lines } => make.gathered(JsonAgg { lines }),
            What::JsonObjectAgg { binary } => make.gathered(JsonObjectAgg { binary }),
            What::AnyValue => make.gathered(First),
            What::PercentileCont { several } => make.gathered(Percentile { continuous: true, several }),
            What::PercentileDisc { several } => make.gathered(Percentile { continuous: false, several }),
            What::Mode => make.gathered(Mode),
        }
    }

    fn sum(&self, make: &Make<'_>) -> Result<Made> {
        let average = self.what == What::Average;
        let end = |sum: End| if average { End::Average } else { sum };
        match self.input {
            PgType::Int2 => make.folded(SumInt::<Int16Type> { end: end(End::Int8), input: PhantomData }),
            PgType::Int4 => make.folded(SumInt::<Int32Type> { end: end(End::Int8), input: PhantomData }),
            PgType::Int8 => make.folded(SumInt::<Int64Type> { end: end(End::Numeric), input: PhantomData }),
            PgType::Float4 | PgType::Float8 if average => make.folded(Moments { moment: Moment::Average }),
            PgType::Float4 => make.folded(SumFloat { single: true }),
            PgType::Float8 => make.folded(SumFloat { single: false }),
            PgType::Interval => make.folded(SumInterval { average }),
            _ => make.folded(SumNumeric { average }),
        }
    }

    fn extreme(&self, make: &Make<'_>, greatest: bool) -> Result<Made> {
        match (&self.input, greatest) {
            (PgType::Float4, false) => make.folded(Reduce::<Float32Type> { combine: lesser_float4 }),
            (PgType::Float4, true) => make.folded(Reduce::<Float32Type> { combine: greater_float4 }),
            (PgType::Float8, false) => make.folded(Reduce::<Float64Type> { combine: lesser_float8 }),
            (PgType::Float8, true) => make.folded(Reduce::<Float64Type> { combine: greater_float8 }),
            (PgType::Numeric, _) => make.folded(ExtremeNumeric { greatest }),
            // Sorted by its comparison key, in the direction that puts the answer first.
            _ => make.gathered(First),
        }
    }

    fn bits(
        &self,
        make: &Make<'_>,
        int2: fn(i16, i16) -> i16,
        int4: fn(i32, i32) -> i32,
        int8: fn(i64, i64) -> i64,
    ) -> Result<Made> {
        match self.input {
            PgType::Int2 => make.folded(Reduce::<Int16Type> { combine: int2 }),
            PgType::Int4 => make.folded(Reduce::<Int32Type> { combine: int4 }),
            _ => make.folded(Reduce::<Int64Type> { combine: int8 }),
        }
    }

    pub(super) fn single(&self) -> Result<Box<dyn Accumulator>> {
        match self.make(true)? {
            Made::Single(accumulator) => Ok(accumulator),
            Made::Groups(_) => datafusion::common::internal_err!("{} made the wrong accumulator", self.name),
        }
    }

    fn groups(&self) -> Result<Box<dyn GroupsAccumulator>> {
        match self.make(false)? {
            Made::Groups(accumulator) => Ok(accumulator),
            Made::Single(_) => datafusion::common::internal_err!("{} made the wrong accumulator", self.name),
        }
    }

    pub(super) fn copy(&self) -> Self {
        Self {
            name: self.name.clone(),
            what: self.what,
            input: self.input.clone(),
            columns: self.columns.clone(),
            result: self.result.clone(),
            returns: self.returns.clone(),
            layout: self.layout.clone(),
            signature: self.signature.clone(),
        }
    }
}

/// PostgreSQL's order of floats: NaN is equal to itself and above all others.
fn below(a: f64, b: f64) -> bool {
    if b.is_nan() { !a.is_nan() } else { a < b }
}

fn lesser_float8(kept: f64, new: f64) -> f64 {
    if below(kept, new) { kept } else { new }
}

fn greater_float8(kept: f64, new: f64) -> f64 {
    if below(new, kept) { kept } else { new }
}

fn lesser_float4(kept: f32, new: f32) -> f32 {
    if below(f64::from(kept), f64::from(new)) { kept } else { new }
}

fn greater_float4(kept: f32, new: f32) -> f32 {
    if below(f64::from(new), f64::from(kept)) { kept } else { new }
}

enum Made {
    Single(Box<dyn Accumulator>),
    Groups(Box<dyn GroupsAccumulator>),
}

struct Make<'a> {
    aggregate: &'a PgAggregate,
    single: bool,
}

impl Make<'_> {
    fn folded<F: Fold>(&self, fold: F) -> Result<Made> {
        let layout = &self.aggregate.layout;
        if !layout.sort.is_empty() || layout.distinct > 0 {
            return self.gathered(Inner(fold));
        }
        Ok(match self.single {
            true => Made::Single(Box::new(Folded::single(fold))),
            false => Made::Groups(Box::new(Folded::grouped(fold))),
        })
    }

    fn gathered<F: Finish>(&self, finish: F) -> Result<Made> {
        let PgAggregate { layout, columns, .. } = self.aggregate;
        let gathered = Gathered::new(finish, layout.clone(), columns.clone(), self.single);
        Ok(match self.single {
            true => Made::Single(Box::new(gathered)),
            false => Made::Groups(Box::new(gathered)),
        })
    }
}

impl AggregateUDFImpl for PgAggregate {
    fn name(&self) -> &str {
        &self.name
    }

    fn signature(&self) -> &Signature {
        &self.signature
    }

    fn return_type(&self, _arguments: &[DataType]) -> Result<DataType> {
        Ok(self.result.clone())
    }

    fn accumulator(&self, _arguments: AccumulatorArgs) -> Result<Box<dyn Accumulator>> {
        self.single()
    }

    fn create_sliding_accumulator(&self, _arguments: AccumulatorArgs) -> Result<Box<dyn Accumulator>> {
        let accumulator = self.single()?;
        if accumulator.supports_retract_batch() {
            return Ok(accumulator);
        }
        let aggregate = self.copy();
        Ok(Box::new(Recomputed::new(Box::new(move || aggregate.single()))))
    }

    fn groups_accumulator_supported(&self, _arguments: AccumulatorArgs) -> bool {
        true
    }

    fn create_groups_accumulator(&self, _arguments: AccumulatorArgs) -> Result<Box<dyn GroupsAccumulator>> {
        self.groups()
    }

    fn state_fields(&self, arguments: StateFieldsArgs) -> Result<Vec<FieldRef>> {
        let columns = self.groups()?.state(EmitTo::All)?;
        let field = |(number, column): (usize, &datafusion::arrow::array::ArrayRef)| {
            let name = format!("{}[{number}]", arguments.name);
            Arc::new(Field::new(name, column.data_type().clone(), true)) as FieldRef
        };
        Ok(columns.iter().enumerate().map(field).collect())
    }

    fn order_sensitivity(&self) -> AggregateOrderSensitivity {
        AggregateOrderSensitivity::Insensitive
    }
}
