//! What is counted, and its form for Prometheus. No label has a value that a client chose.

use std::fmt::Write;
use std::sync::atomic::{AtomicI64, AtomicU64, Ordering};
use std::time::Duration;

/// Counts up.
#[derive(Debug, Default)]
pub struct Counter(AtomicU64);

impl Counter {
    pub fn add(&self, count: u64) {
        self.0.fetch_add(count, Ordering::Relaxed);
    }

    pub fn increment(&self) {
        self.add(1);
    }

    #[must_use]
    pub fn value(&self) -> u64 {
        self.0.load(Ordering::Relaxed)
    }
}

/// Goes up and down.
#[derive(Debug, Default)]
pub struct Gauge(AtomicI64);

impl Gauge {
    pub fn increment(&self) {
        self.0.fetch_add(1, Ordering::Relaxed);
    }

    pub fn decrement(&self) {
        self.0.fetch_sub(1, Ordering::Relaxed);
    }

    #[must_use]
    pub fn value(&self) -> i64 {
        self.0.load(Ordering::Relaxed)
    }
}

/// The upper bounds of a histogram's buckets, in microseconds; the last bucket has none.
const BOUNDS: [(u64, &str); 12] = [
    (500, "0.0005"),
    (1_000, "0.001"),
    (2_500, "0.0025"),
    (5_000, "0.005"),
    (10_000, "0.01"),
    (25_000, "0.025"),
    (100_000, "0.1"),
    (250_000, "0.25"),
    (1_000_000, "1"),
    (5_000_000, "5"),
    (30_000_000, "30"),
    (120_000_000, "120"),
];

/// How long things took.
#[derive(Debug, Default)]
pub struct Histogram {
    buckets: [AtomicU64; BOUNDS.len()],
    count: Counter,
    micros: Counter,
}

impl Histogram {
    pub fn observe(&self, took: Duration) {
        let micros = u64::try_from(took.as_micros()).unwrap_or(u64::MAX);
        for ((bound, _), bucket) in BOUNDS.iter().zip(&self.buckets) {
            if micros <= *bound {
                bucket.fetch_add(1, Ordering::Relaxed);
            }
        }
        self.count.increment();
        self.micros.add(micros);
    }
}

/// Everything that is counted; whoever does a thing counts it.
#[derive(Debug, Default)]
pub struct Metrics {
    pub connections_open: Gauge,
    pub connections_total: Counter,
    pub connections_refused: Counter,
    pub authentication_failures: Counter,
    pub statements_running: Gauge,
    pub statements_allowed: Counter,
    pub statements_refused: Counter,
    /// Allowed, then failed.
    pub statements_failed: Counter,
    /// Statements that were read, bound, and planned or written for a warehouse: a prepared one that is run again adds to none.
    pub statements_parsed: Counter,
    pub statements_bound: Counter,
    pub statements_lowered: Counter,
    pub rows_sent: Counter,
    pub bytes_scanned: Counter,
    pub plan_seconds: Histogram,
    pub statement_seconds: Histogram,
    pub reloads: Counter,
    pub reload_failures: Counter,
}

impl Metrics {
    /// In Prometheus's text form.
    #[must_use]
    pub fn render(&self) -> String {
        let mut out = String::with_capacity(4096);
        let counter = |out: &mut String, name: &str, help: &str, counter: &Counter| {
            let _ = writeln!(out, "# HELP {name} {help}\n# TYPE {name} counter\n{name} {}", counter.value());
        };
        let gauge = |out: &mut String, name: &str, help: &str, gauge: &Gauge| {
            let _ = writeln!(out, "# HELP {name} {help}\n# TYPE {name} gauge\n{name} {}", gauge.value());
        };
        gauge(&mut out, "tollgate_connections", "Sessions that are open.", &self.connections_open);
        counter(&mut out, "tollgate_connections_total", "Sessions opened.", &self.connections_total);
        counter(&mut out, "tollgate_connections_refused_total", "Connections turned away.", &self.connections_refused);
        counter(
            &mut out,
            "tollgate_authentication_failures_total",
            "Logins that failed.",
            &self.authentication_failures,
        );
        gauge(&mut out, "tollgate_statements_running", "Statements that are running.", &self.statements_running);
        self.render_statements(&mut out);
        counter(&mut out, "tollgate_rows_sent_total", "Rows sent to clients.", &self.rows_sent);
        counter(&mut out, "tollgate_bytes_scanned_total", "Bytes read in warehouses.", &self.bytes_scanned);
        counter(&mut out, "tollgate_reloads_total", "Reloads of policies and users.", &self.reloads);
        counter(
            &mut out,
            "tollgate_reload_failures_total",
            "Reloads that kept the old version.",
            &self.reload_failures,
        );
        render_histogram(&mut out, "tollgate_plan_seconds", "From text to plan.", &self.plan_seconds);
        render_histogram(&mut out, "tollgate_statement_seconds", "From text to last row.", &self.statement_seconds);
        out
    }

    fn render_statements(&self, out: &mut String) {
        out.push_str("# HELP tollgate_statements_total Statements by what became of them.\n");
        out.push_str("# TYPE tollgate_statements_total counter\n");
        let decisions = [
            ("allowed", &self.statements_allowed),
            ("refused", &self.statements_refused),
            ("failed", &self.statements_failed),
        ];
        for (decision, count) in decisions {
            let _ = writeln!(out, "tollgate_statements_total{{decision=\"{decision}\"}} {}", count.value());
        }
        out.push_str("# HELP tollgate_stages_total Stages that statements went through.\n");
        out.push_str("# TYPE tollgate_stages_total counter\n");
        let stages =
            [("parse", &self.statements_parsed), ("bind", &self.statements_bound), ("lower", &self.statements_lowered)];
        for (stage, count) in stages {
            let _ = writeln!(out, "tollgate_stages_total{{stage=\"{stage}\"}} {}", count.value());
        }
    }
}

fn render_histogram(out: &mut String, name: &str, help: &str, histogram: &Histogram) {
    let _ = writeln!(out, "# HELP {name} {help}\n# TYPE {name} histogram");
    for ((_, bound), bucket) in BOUNDS.iter().zip(&histogram.buckets) {
        let _ = writeln!(out, "{name}_bucket{{le=\"{bound}\"}} {}", bucket.load(Ordering::Relaxed));
    }
    let (count, micros) = (histogram.count.value(), histogram.micros.value());
    let seconds = format!("{}.{:06}", micros / 1_000_000, micros % 1_000_000);
    let _ = writeln!(out, "{name}_bucket{{le=\"+Inf\"}} {count}\n{name}_sum {seconds}\n{name}_count {count}");
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_histogram_counts_up_its_buckets() {
        let metrics = Metrics::default();
        metrics.plan_seconds.observe(Duration::from_micros(700));
        metrics.plan_seconds.observe(Duration::from_secs(3));
        let text = metrics.render();
        assert!(text.contains("tollgate_plan_seconds_bucket{le=\"0.0005\"} 0\n"));
        assert!(text.contains("tollgate_plan_seconds_bucket{le=\"0.001\"} 1\n"));
        assert!(text.contains("tollgate_plan_seconds_bucket{le=\"5\"} 2\n"));
        assert!(text.contains("tollgate_plan_seconds_sum 3.000700\n"));
    }
}
