//! Arguments, then a command; each command tells its own story.

mod allocator;

use std::process::ExitCode;

fn main() -> ExitCode {
    allocator::settle();
    // Before anything speaks TLS: one provider for the whole process.
    if rustls::crypto::aws_lc_rs::default_provider().install_default().is_err() {
        eprintln!("tollgate: a TLS provider is installed already");
        return ExitCode::FAILURE;
    }
    tollgate::cli::main()
}
