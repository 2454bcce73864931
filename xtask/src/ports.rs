//! Ports of this machine.

use std::net::TcpListener;

use anyhow::{Context, Result};

/// Listens on a port; 0 takes any that is free.
///
/// # Errors
///
/// When the port is taken, or is not ours to take.
pub(crate) fn listen(port: u16) -> Result<TcpListener> {
    TcpListener::bind(("127.0.0.1", port)).with_context(|| {
        format!(
            "port {port} cannot be used. End the program that holds it, or choose another port \
             with --port"
        )
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_port_that_is_taken_is_named() -> Result<()> {
        let taken = listen(0)?;
        let port = taken.local_addr()?.port();
        let message = listen(port).err().map(|error| format!("{error:#}")).unwrap_or_default();
        assert!(message.contains(&format!("port {port} cannot be used")), "{message}");
        assert!(message.contains("--port") && message.contains("in use"), "{message}");
        Ok(())
    }
}
