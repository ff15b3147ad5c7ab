//! Health and metrics over HTTP, for probes and Prometheus.
//!
//! Comes in: GET requests on the admin port. Goes out: `/livez`, `/readyz`, `/metrics`. Must never: change anything, tell of a statement, or hold more than a request's head in memory.
//!
//! The protocol is spoken here by hand: three fixed pages need no server library, and one request a connection none of its state.

mod metrics;

pub use metrics::{Counter, Gauge, Histogram, Metrics};

use crate::world::Current;
use std::io;
use std::sync::Arc;
use std::time::Duration;
use tokio::io::{AsyncRead, AsyncReadExt, AsyncWrite, AsyncWriteExt};
use tokio::net::TcpListener;
use tokio::sync::Semaphore;
use tokio_util::sync::CancellationToken;

/// Of a request's line and headers.
const LONGEST_HEAD: usize = 8 << 10;
const PATIENCE: Duration = Duration::from_secs(5);
const CONNECTIONS: usize = 32;

/// Serves until told to stop. `draining` makes `/readyz` say no, so that balancers send nobody here.
pub async fn serve(listener: TcpListener, current: Arc<Current>, draining: CancellationToken, stop: CancellationToken) {
    let places = Arc::new(Semaphore::new(CONNECTIONS));
    loop {
        let accepted = tokio::select! {
            () = stop.cancelled() => return,
            accepted = listener.accept() => accepted,
        };
        let Ok((stream, _)) = accepted else {
            // Out of file descriptors, most likely: waiting is all that helps.
            tokio::time::sleep(Duration::from_millis(100)).await;
            continue;
        };
        let Ok(place) = Arc::clone(&places).acquire_owned().await else { return };
        let (current, draining) = (Arc::clone(&current), draining.clone());
        tokio::spawn(async move {
            let answered = tokio::time::timeout(PATIENCE, converse(stream, &current, &draining)).await;
            if let Ok(Err(error)) = answered {
                tracing::debug!(%error, "admin request failed");
            }
            drop(place);
        });
    }
}

/// One request, one answer.
async fn converse(
    mut stream: impl AsyncRead + AsyncWrite + Unpin,
    current: &Current,
    draining: &CancellationToken,
) -> io::Result<()> {
    let Some(head) = read_head(&mut stream).await? else { return Ok(()) };
    let answer = answer(&head, current, draining.is_cancelled());
    stream.write_all(answer.as_bytes()).await?;
    stream.shutdown().await
}

async fn read_head(stream: &mut (impl AsyncRead + Unpin)) -> io::Result<Option<String>> {
    let mut head = Vec::with_capacity(1024);
    while !head.windows(4).any(|end| end == b"\r\n\r\n") {
        if head.len() >= LONGEST_HEAD || stream.read_buf(&mut head).await? == 0 {
            return Ok(None);
        }
    }
    Ok(String::from_utf8(head).ok())
}

fn answer(head: &str, current: &Current, is_draining: bool) -> String {
    let mut words = head.lines().next().unwrap_or_default().split(' ');
    let (method, target) = (words.next().unwrap_or_default(), words.next().unwrap_or_default());
    let path = target.split('?').next().unwrap_or_default();
    if !matches!(method, "GET" | "HEAD") {
        return response("405 Method Not Allowed", "text/plain", "only GET is offered\n", method);
    }
    match path {
        "/livez" => response("200 OK", "text/plain", "ok\n", method),
        "/readyz" if is_draining => response("503 Service Unavailable", "text/plain", "draining\n", method),
        "/readyz" => response("200 OK", "text/plain", "ok\n", method),
        "/metrics" => {
            let text = current.now().metrics().render();
            response("200 OK", "text/plain; version=0.0.4; charset=utf-8", &text, method)
        }
        _ => response("404 Not Found", "text/plain", "there are /livez, /readyz and /metrics\n", method),
    }
}

fn response(status: &str, kind: &str, body: &str, method: &str) -> String {
    let head = format!(
        "HTTP/1.1 {status}\r\nContent-Type: {kind}\r\nContent-Length: {}\r\nConnection: close\r\n\r\n",
        body.len()
    );
    if method == "HEAD" { head } else { head + body }
}
