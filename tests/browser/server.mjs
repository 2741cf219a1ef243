// A plain web host on the loopback interface: folders answer with their index.html, what is not there with 404.html.
import { createReadStream, existsSync, statSync } from "node:fs";
import http from "node:http";
import path from "node:path";

const TYPES = {
  ".html": "text/html; charset=utf-8", ".css": "text/css; charset=utf-8", ".svg": "image/svg+xml", ".png": "image/png",
  ".jpg": "image/jpeg", ".pdf": "application/pdf", ".txt": "text/plain; charset=utf-8", ".xml": "application/xml",
  ".json": "application/json", ".csv": "text/csv; charset=utf-8", ".woff2": "font/woff2",
};

/** The file that answers for a path below the prefix; nothing when there is none. */
function fileFor(root, prefix, address) {
  if (!address.startsWith(prefix)) return undefined;
  const relative = decodeURIComponent(address.slice(prefix.length));
  if (relative.split("/").includes("..")) return undefined;
  const file = path.join(root, relative, address.endsWith("/") ? "index.html" : "");
  return existsSync(file) && statSync(file).isFile() ? file : undefined;
}

/** Serves the folder `root` below the path `prefix` on a free port: { url, close }. */
export async function serve(root, prefix = "/") {
  const server = http.createServer((request, response) => {
    const { pathname } = new URL(request.url, "http://localhost");
    const file = fileFor(root, prefix, pathname);
    const shown = file ?? path.join(root, "404.html");
    response.writeHead(file ? 200 : 404, { "content-type": TYPES[path.extname(shown)] ?? "application/octet-stream" });
    if (request.method === "HEAD" || !existsSync(shown)) response.end();
    else createReadStream(shown).pipe(response);
  });
  await new Promise((ready) => server.listen(0, "127.0.0.1", ready));
  const close = () => { server.closeAllConnections(); server.close(); };
  return { url: `http://127.0.0.1:${server.address().port}${prefix}`, close };
}
