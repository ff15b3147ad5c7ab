//! A function of ours as DataFusion calls it.
//!
//! Comes in: Arrow arrays in the canonical form of their PostgreSQL types. Goes out: one array of the result's form. Must never: put a value of an argument into an error.

use crate::error::{SqlError, SqlResult};
use crate::interrupt;
use crate::plan::typed::{BindContext, Typed};
use crate::types::{Display, PgType};
use datafusion::arrow::array::{Array, ArrayRef, new_null_array};
use datafusion::arrow::compute::cast;
use datafusion::arrow::datatypes::DataType;
use datafusion::common::ScalarValue;
use datafusion::error::Result as DataFusionResult;
use datafusion::logical_expr::{
    ColumnarValue, Expr, ScalarFunctionArgs, ScalarUDF, ScalarUDFImpl, Signature, Volatility,
};
use std::fmt;
use std::hash::{Hash, Hasher};
use std::sync::Arc;

/// One evaluation: its arguments and what is known of the statement.
pub struct Call<'a> {
    /// Each has `rows` rows, or one, which then stands for all.
    pub columns: Vec<ArrayRef>,
    pub rows: usize,
    pub types: &'a [PgType],
    pub result: &'a PgType,
    /// The result's type modifier, for casts; -1 is none.
    pub typmod: i32,
    pub display: &'a Display,
}

/// Elements of a list, or bytes of a text, that is worked out once and stands in the plan. The engine writes constants out in the names of its columns, over and over: of a larger value
/// that takes longer than to work it out again.
const LARGEST_CONSTANT: usize = 4096;

/// An implementation: gives `rows` rows of `result.arrow()`.
pub type KernelFn = fn(&Call<'_>) -> SqlResult<ArrayRef>;

/// A kernel with all that decides its answer but its arguments.
#[derive(Clone)]
pub struct KernelUdf {
    /// Names the kernel alone, among all kernels.
    name: String,
    kernel: KernelFn,
    strict: bool,
    types: Vec<PgType>,
    result: PgType,
    typmod: i32,
    display: Arc<Display>,
    volatility: Volatility,
    /// For the engine, which evaluates constants while it plans: to it, a call whose result is large is volatile.
    signature: Signature,
}

impl KernelUdf {
    /// The kernel's PostgreSQL name.
    #[must_use]
    pub fn postgres_name(&self) -> &str {
        self.name.split_once('(').map_or(&self.name, |(name, _)| name)
    }

    /// The settings it was bound under.
    #[must_use]
    pub fn display(&self) -> &Display {
        &self.display
    }

    /// The result's type modifier; -1 is none.
    #[must_use]
    pub fn typmod(&self) -> i32 {
        self.typmod
    }

    /// The types it was resolved for, and its result's.
    #[must_use]
    pub fn resolved(&self) -> (&[PgType], &PgType) {
        (&self.types, &self.result)
    }
}

/// Elements of a list, bytes of a text; a value of another type is short.
fn length(value: &ScalarValue) -> usize {
    match value {
        ScalarValue::List(list) => list.values().len(),
        ScalarValue::Utf8View(Some(text)) => text.len(),
        ScalarValue::Binary(Some(bytes)) => bytes.len(),
        _ => 0,
    }
}

/// Whether this node, without what is below it, may give another value for the same arguments.
#[must_use]
pub fn is_volatile(expr: &Expr) -> bool {
    match expr {
        Expr::ScalarFunction(call) => match call.func.inner().downcast_ref::<KernelUdf>() {
            Some(kernel) => kernel.volatility == Volatility::Volatile,
            None => expr.is_volatile_node(),
        },
        other => other.is_volatile_node(),
    }
}

/// What is needed to make a kernel's call beside its arguments.
pub struct Invocation {
    /// The entry's signature, or another text that names this kernel alone.
    pub name: String,
    pub kernel: KernelFn,
    pub strict: bool,
    pub volatility: Volatility,
    pub result: PgType,
    pub typmod: i32,
}

impl Invocation {
    /// A strict and immutable one.
    pub fn new(name: impl Into<String>, kernel: KernelFn, result: PgType) -> Self {
        Self { name: name.into(), kernel, strict: true, volatility: Volatility::Immutable, result, typmod: -1 }
    }

    /// The call as an expression. One of constants alone is evaluated now, unless it fails: a failure waits until the row that needs it.
    pub fn call(self, arguments: Vec<Typed>, context: &BindContext) -> Typed {
        self.with(arguments, Arc::new(context.display.clone()))
    }

    /// As [`Invocation::call`], for a kernel that the session's settings do not concern.
    pub fn with(self, arguments: Vec<Typed>, display: Arc<Display>) -> Typed {
        self.made(arguments, display, true)
    }

    /// As [`Invocation::with`], but a call of constants stays a call: what its result was made from can still be told.
    pub fn unfolded(self, arguments: Vec<Typed>, display: Arc<Display>) -> Typed {
        self.made(arguments, display, false)
    }

    fn made(self, arguments: Vec<Typed>, display: Arc<Display>, fold: bool) -> Typed {
        let types: Vec<PgType> = arguments.iter().map(|argument| argument.ty.clone()).collect();
        let mut udf = KernelUdf {
            name: self.name,
            kernel: self.kernel,
            strict: self.strict,
            signature: Signature::any(types.len(), self.volatility),
            types,
            result: self.result.clone(),
            typmod: self.typmod,
            display,
            volatility: self.volatility,
        };
        let literals: Option<Vec<&ScalarValue>> = arguments
            .iter()
            .map(|argument| match &argument.expr {
                Expr::Literal(value, _) => Some(value),
                _ => None,
            })
            .collect();
        let folded = match literals {
            Some(values) if fold && self.volatility != Volatility::Volatile => udf.fold(&values),
            _ => None,
        };
        let expr = match folded {
            Some(value) if length(&value) <= LARGEST_CONSTANT => Expr::Literal(value, None),
            large => {
                if large.is_some() {
                    udf.signature.volatility = Volatility::Volatile;
                }
                ScalarUDF::new_from_impl(udf).call(arguments.into_iter().map(|argument| argument.expr).collect())
            }
        };
        Typed { expr, ty: self.result, typmod: self.typmod }
    }
}

impl KernelUdf {
    fn fold(&self, values: &[&ScalarValue]) -> Option<ScalarValue> {
        let columns = values.iter().map(|value| value.to_array().ok()).collect::<Option<Vec<_>>>()?;
        let array = self.evaluate(columns, 1).ok()?;
        ScalarValue::try_from_array(&array, 0).ok()
    }

    fn evaluate(&self, columns: Vec<ArrayRef>, rows: usize) -> SqlResult<ArrayRef> {
        if self.strict && columns.iter().any(|column| rows > 0 && column.null_count() == column.len()) {
            return Ok(new_null_array(&self.result.arrow(), rows));
        }
        let call = Call {
            columns,
            rows,
            types: &self.types,
            result: &self.result,
            typmod: self.typmod,
            display: &self.display,
        };
        interrupt::check()?;
        let array = (self.kernel)(&call)?;
        if array.len() != rows || *array.data_type() != self.result.arrow() {
            let found = format!("{} gave {} rows of {:?} for {rows}", self.name, array.len(), array.data_type());
            return Err(SqlError::internal(found));
        }
        Ok(array)
    }
}

impl fmt::Debug for KernelUdf {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.name)
    }
}

impl PartialEq for KernelUdf {
    fn eq(&self, other: &Self) -> bool {
        self.name == other.name
            && self.types == other.types
            && self.result == other.result
            && self.typmod == other.typmod
            && self.display == other.display
    }
}

impl Eq for KernelUdf {}

impl Hash for KernelUdf {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.name.hash(state);
        self.types.hash(state);
        self.typmod.hash(state);
    }
}

/// To learn what a predicate says of NULL, the engine evaluates it with NULLs that have no type, and with what is made of them.
fn holds_untyped_null(ty: &DataType) -> bool {
    match ty {
        DataType::Null => true,
        DataType::List(field) => holds_untyped_null(field.data_type()),
        DataType::Struct(fields) => fields.iter().any(|field| holds_untyped_null(field.data_type())),
        _ => false,
    }
}

impl ScalarUDFImpl for KernelUdf {
    fn name(&self) -> &str {
        self.postgres_name()
    }

    fn signature(&self) -> &Signature {
        &self.signature
    }

    fn return_type(&self, _arguments: &[DataType]) -> DataFusionResult<DataType> {
        Ok(self.result.arrow())
    }

    fn invoke_with_args(&self, arguments: ScalarFunctionArgs) -> DataFusionResult<ColumnarValue> {
        let constant = arguments.args.iter().all(|argument| matches!(argument, ColumnarValue::Scalar(_)));
        let rows = if constant && self.volatility != Volatility::Volatile { 1 } else { arguments.number_rows };
        let mut columns = Vec::with_capacity(arguments.args.len());
        for argument in arguments.args {
            let column = match argument {
                ColumnarValue::Array(array) => array,
                ColumnarValue::Scalar(value) => value.to_array()?,
            };
            columns.push(match self.types.get(columns.len()) {
                Some(ty) if holds_untyped_null(column.data_type()) => cast(&column, &ty.arrow())?,
                _ => column,
            });
        }
        let array = self.evaluate(columns, rows).map_err(SqlError::into_datafusion)?;
        if constant && rows == 1 {
            return Ok(ColumnarValue::Scalar(ScalarValue::try_from_array(&array, 0)?));
        }
        Ok(ColumnarValue::Array(array))
    }
}
