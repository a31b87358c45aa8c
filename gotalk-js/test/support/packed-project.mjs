import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const PACKAGE = fileURLToPath(new URL('../..', import.meta.url));
// Node has WebSocket from version 22 on. Node 20 has it behind this option.
const WEB_SOCKET = typeof WebSocket === 'function' ? [] : ['--experimental-websocket'];

const execute = promisify(execFile);
const npm = (...args) => execute('npm', args, { cwd: PACKAGE, shell: process.platform === 'win32' });

/** A project of its own, with the package as `npm pack` makes it installed. */
export class PackedProject {
  folder = mkdtempSync(join(tmpdir(), 'gotalk-client-'));
  /** What npm says of the package. */
  packed;

  async install() {
    [this.packed] = JSON.parse((await npm('pack', '--json', '--pack-destination', this.folder)).stdout);
    this.write('package.json', '{ "private": true, "type": "module" }');
    const tarball = join(this.folder, this.packed.filename);
    await npm('install', '--prefix', this.folder, '--offline', '--no-audit', '--no-fund', tarball);
  }

  path(name) {
    return join(this.folder, name);
  }

  write(name, text) {
    writeFileSync(this.path(name), text);
  }

  /** Nothing but what was bundled is left. */
  uninstall() {
    rmSync(this.path('node_modules'), { recursive: true });
  }

  /** Runs a program of the project. @returns what it prints */
  async run(file, ...args) {
    const options = [...WEB_SOCKET, '--experimental-vm-modules', '--no-warnings'];
    const { stdout } = await execute(process.execPath, [...options, this.path(file), ...args], { cwd: this.folder });
    return stdout.trim();
  }

  /** Runs a tool of this package in the project. @returns what it prints, also where it fails */
  async tool(file, ...args) {
    const script = join(PACKAGE, 'node_modules', file);
    const { stdout } = await execute(process.execPath, [script, ...args], { cwd: this.folder }).catch((failed) => failed);
    return stdout.trim();
  }

  remove() {
    rmSync(this.folder, { recursive: true });
  }
}
