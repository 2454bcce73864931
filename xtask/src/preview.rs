//! Serves a built site the way GitHub Pages does: under its path, with gzip,
//! ten minutes of caching, entity tags, and 404.html for what is not there.

use std::fs;
use std::io::Write;
use std::path::{Component, Path, PathBuf};
use std::sync::Arc;
use std::thread;

use anyhow::{Context, Result, anyhow};
use flate2::Compression;
use flate2::write::GzEncoder;
use sha2::{Digest, Sha256};
use tiny_http::{Header, Method, Request, Response, Server};

use crate::media_types;
use crate::publish::Inventory;

const WORKERS: usize = 8;

/// Serves the site in `dist` until the process ends.
pub(crate) fn run(dist: &Path, port: u16) -> Result<()> {
    let (address, workers) = start(dist, port)?;
    println!("{} is at {address} (Ctrl+C ends it)", dist.display());
    for worker in workers {
        worker.join().map_err(|_| anyhow!("a thread of the server has ended"))?;
    }
    Ok(())
}

/// Serves the site in `dist` in the background, at the address that is given
/// back. Port 0 takes any that is free.
pub(crate) fn start(dist: &Path, port: u16) -> Result<(String, Vec<thread::JoinHandle<()>>)> {
    let public_url = Inventory::of(dist)?.public_url;
    let server = Server::http(("127.0.0.1", port))
        .map_err(|error| anyhow!("port {port} cannot be used: {error}; choose one with --port"))?;
    let port = server.server_addr().to_ip().context("the server has no port")?.port();
    let address = format!("http://127.0.0.1:{port}{public_url}");
    let server = Arc::new(server);
    let site = Arc::new(Site { dist: std::path::absolute(dist)?, public_url });
    let workers = (0..WORKERS).map(|_| {
        let (server, site) = (Arc::clone(&server), Arc::clone(&site));
        thread::spawn(move || {
            while let Ok(request) = server.recv() {
                answer(&site, request);
            }
        })
    });
    Ok((address, workers.collect()))
}

struct Site {
    dist: PathBuf,
    public_url: String,
}

/// What there is at a path.
#[derive(Debug, PartialEq, Eq)]
enum Found {
    File(PathBuf),
    /// The folder without its slash: GitHub Pages redirects.
    Redirect(String),
    Nothing,
}

impl Site {
    fn find(&self, address: &str) -> Found {
        let path = address.split(['?', '#']).next().unwrap_or_default();
        if format!("{path}/") == self.public_url {
            return Found::Redirect(self.public_url.clone());
        }
        let Some(inside) = path.strip_prefix(&self.public_url) else { return Found::Nothing };
        let file = if inside.is_empty() { "index.html" } else { inside };
        let plain = Path::new(file).components().all(|part| matches!(part, Component::Normal(_)));
        let file = self.dist.join(file);
        if plain && file.is_file() { Found::File(file) } else { Found::Nothing }
    }
}

fn answer(site: &Site, request: Request) {
    if !matches!(request.method(), Method::Get | Method::Head) {
        return send(request, 405, Vec::new(), vec![]);
    }
    match site.find(request.url()) {
        Found::Redirect(to) => send(request, 301, Vec::new(), vec![("Location", to)]),
        Found::File(file) => match fs::read(&file) {
            Ok(bytes) => send_file(request, 200, &file, bytes),
            Err(_) => send_missing(site, request),
        },
        Found::Nothing => send_missing(site, request),
    }
}

fn send_missing(site: &Site, request: Request) {
    let file = site.dist.join("404.html");
    match fs::read(&file) {
        Ok(bytes) => send_file(request, 404, &file, bytes),
        Err(_) => send(
            request,
            404,
            b"404: there is no such file.\n".to_vec(),
            vec![("Content-Type", "text/plain; charset=utf-8".to_owned())],
        ),
    }
}

fn send_file(request: Request, status: u16, file: &Path, bytes: Vec<u8>) {
    let gzip = accepts_gzip(&request);
    let tag = entity_tag(&bytes, gzip);
    let mut headers = vec![
        ("Content-Type", media_types::of(file).to_owned()),
        ("Cache-Control", "max-age=600".to_owned()),
        ("ETag", tag.clone()),
        ("Vary", "Accept-Encoding".to_owned()),
        ("Access-Control-Allow-Origin", "*".to_owned()),
    ];
    if status == 200 && header(&request, "If-None-Match").is_some_and(|sent| sent == tag) {
        return send(request, 304, Vec::new(), headers);
    }
    if !gzip {
        return send(request, status, bytes, headers);
    }
    headers.push(("Content-Encoding", "gzip".to_owned()));
    match compressed(&bytes) {
        Ok(compressed) => send(request, status, compressed, headers),
        Err(_) => send(request, 500, Vec::new(), vec![]),
    }
}

fn send(request: Request, status: u16, body: Vec<u8>, headers: Vec<(&str, String)>) {
    // Stated, so that the server does not go over to chunks.
    let length = body.len();
    let mut response =
        Response::from_data(body).with_status_code(status).with_chunked_threshold(length + 1);
    for (name, value) in headers {
        if let Ok(header) = Header::from_bytes(name, value) {
            response.add_header(header);
        }
    }
    // Whoever asked may have gone away: nothing is lost by that.
    let _ = request.respond(response);
}

fn header(request: &Request, name: &'static str) -> Option<String> {
    let header = request.headers().iter().find(|header| header.field.equiv(name))?;
    Some(header.value.to_string())
}

fn accepts_gzip(request: &Request) -> bool {
    header(request, "Accept-Encoding").is_some_and(|accepted| accepted.contains("gzip"))
}

fn compressed(bytes: &[u8]) -> std::io::Result<Vec<u8>> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::default());
    encoder.write_all(bytes)?;
    encoder.finish()
}

/// A tag for each form of the bytes: the compressed and the plain one differ.
fn entity_tag(bytes: &[u8], gzip: bool) -> String {
    let hash =
        Sha256::digest(bytes).iter().take(8).map(|byte| format!("{byte:02x}")).collect::<String>();
    format!("\"{hash}{}\"", if gzip { "-gzip" } else { "" })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scratch;

    #[test]
    fn a_site_answers_under_its_own_path_only() -> Result<()> {
        let dist = scratch::folder("preview")?;
        fs::write(dist.join("index.html"), "")?;
        fs::write(dist.join("a.js"), "")?;
        let file = |name: &str| Found::File(dist.join(name));
        let site = Site { dist: dist.clone(), public_url: "/repo/".to_owned() };

        assert_eq!(site.find("/repo/"), file("index.html"));
        assert_eq!(site.find("/repo/index.html?q=growth"), file("index.html"));
        assert_eq!(site.find("/repo/a.js"), file("a.js"));
        assert_eq!(site.find("/repo"), Found::Redirect("/repo/".to_owned()));
        for missing in
            ["/", "/a.js", "/repo/b.js", "/repo/../a.js", "/repo//etc/passwd", "/repository/"]
        {
            assert_eq!(site.find(missing), Found::Nothing, "{missing}");
        }
        Ok(())
    }
}
