//! Serves a built site the way GitHub Pages does: under its path, with gzip,
//! ten minutes of caching, entity tags, and 404.html for what is not there.

use std::convert::Infallible;
use std::fs;
use std::io::Write;
use std::net::TcpListener;
use std::path::{Component, Path, PathBuf};
use std::sync::Arc;
use std::thread::{self, JoinHandle};

use anyhow::{Result, anyhow};
use flate2::Compression;
use flate2::write::GzEncoder;
use http_body_util::Full;
use hyper::body::{Bytes, Incoming};
use hyper::header::{
    ACCEPT_ENCODING, ACCESS_CONTROL_ALLOW_ORIGIN, CACHE_CONTROL, CONTENT_ENCODING, CONTENT_TYPE,
    ETAG, HeaderName, IF_NONE_MATCH, LOCATION, VARY,
};
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper::{Method, StatusCode};
use hyper_util::rt::TokioIo;
use sha2::{Digest, Sha256};
use tokio::runtime;

use crate::media_types;
use crate::ports;
use crate::publish::Inventory;

type Request = hyper::Request<Incoming>;
type Response = hyper::Response<Full<Bytes>>;

/// Serves the site in `dist` until the process ends.
pub(crate) fn run(dist: &Path, port: u16) -> Result<()> {
    let (address, server) = start(dist, port)?;
    println!("{} is at {address} (Ctrl+C ends it)", dist.display());
    server.join().map_err(|_| anyhow!("the server has ended"))?
}

/// Serves the site in `dist` in the background, at the address that is given
/// back. Port 0 takes any that is free.
pub(crate) fn start(dist: &Path, port: u16) -> Result<(String, JoinHandle<Result<()>>)> {
    let public_url = Inventory::of(dist)?.public_url;
    let listener = ports::listen(port)?;
    listener.set_nonblocking(true)?;
    let address = format!("http://{}{public_url}", listener.local_addr()?);
    let site = Arc::new(Site { dist: std::path::absolute(dist)?, public_url });
    let runtime = runtime::Builder::new_current_thread().enable_io().build()?;
    Ok((address, thread::spawn(move || runtime.block_on(serve(listener, site)))))
}

async fn serve(listener: TcpListener, site: Arc<Site>) -> Result<()> {
    let listener = tokio::net::TcpListener::from_std(listener)?;
    loop {
        let (stream, _) = listener.accept().await?;
        let site = Arc::clone(&site);
        let answers = service_fn(move |request| {
            let site = Arc::clone(&site);
            async move { Ok::<_, Infallible>(answer(&site, &request)) }
        });
        let connection = http1::Builder::new().serve_connection(TokioIo::new(stream), answers);
        // Whoever asked may have gone away: nothing is lost by that.
        tokio::spawn(async move { _ = connection.await });
    }
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

fn answer(site: &Site, request: &Request) -> Response {
    if !matches!(*request.method(), Method::GET | Method::HEAD) {
        return response(StatusCode::METHOD_NOT_ALLOWED, Vec::new(), vec![]);
    }
    match site.find(request.uri().path()) {
        Found::Redirect(to) => {
            response(StatusCode::MOVED_PERMANENTLY, Vec::new(), vec![(LOCATION, to)])
        }
        Found::File(file) => match fs::read(&file) {
            Ok(bytes) => file_response(request, StatusCode::OK, &file, bytes),
            Err(_) => missing(site, request),
        },
        Found::Nothing => missing(site, request),
    }
}

fn missing(site: &Site, request: &Request) -> Response {
    let file = site.dist.join("404.html");
    match fs::read(&file) {
        Ok(bytes) => file_response(request, StatusCode::NOT_FOUND, &file, bytes),
        Err(_) => response(
            StatusCode::NOT_FOUND,
            b"404: there is no such file.\n".to_vec(),
            vec![(CONTENT_TYPE, "text/plain; charset=utf-8".to_owned())],
        ),
    }
}

fn file_response(request: &Request, status: StatusCode, file: &Path, bytes: Vec<u8>) -> Response {
    let gzip = header(request, &ACCEPT_ENCODING).is_some_and(|accepted| accepted.contains("gzip"));
    let tag = entity_tag(&bytes, gzip);
    let mut headers = vec![
        (CONTENT_TYPE, media_types::of(file).to_owned()),
        (CACHE_CONTROL, "max-age=600".to_owned()),
        (ETAG, tag.clone()),
        (VARY, "Accept-Encoding".to_owned()),
        (ACCESS_CONTROL_ALLOW_ORIGIN, "*".to_owned()),
    ];
    if status == StatusCode::OK && header(request, &IF_NONE_MATCH).is_some_and(|sent| sent == tag) {
        return response(StatusCode::NOT_MODIFIED, Vec::new(), headers);
    }
    if !gzip {
        return response(status, bytes, headers);
    }
    headers.push((CONTENT_ENCODING, "gzip".to_owned()));
    match compressed(&bytes) {
        Ok(compressed) => response(status, compressed, headers),
        Err(_) => response(StatusCode::INTERNAL_SERVER_ERROR, Vec::new(), vec![]),
    }
}

fn response(status: StatusCode, body: Vec<u8>, headers: Vec<(HeaderName, String)>) -> Response {
    let mut response = Response::new(Full::from(body));
    *response.status_mut() = status;
    for (name, value) in headers {
        if let Ok(value) = value.parse() {
            response.headers_mut().insert(name, value);
        }
    }
    response
}

fn header<'a>(request: &'a Request, name: &HeaderName) -> Option<&'a str> {
    request.headers().get(name)?.to_str().ok()
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
