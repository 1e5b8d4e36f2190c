// The side panel: the procedure under the cursor, drawn by the server as it is typed.
import * as vscode from 'vscode';
import { LanguageClient } from 'vscode-languageclient/node';

/** What `reglament/picture` answers. */
interface Drawn {
  title: string;
  channel: string;
  channels: string[];
  pages: string[];
}

/** How long nothing has to be typed before the picture is drawn anew, in milliseconds. */
const REST = 300;

export class Picture implements vscode.Disposable {
  private panel: vscode.WebviewPanel | undefined;
  private waiting: NodeJS.Timeout | undefined;
  private channel: string | undefined;
  private readonly listeners: vscode.Disposable[];

  constructor(private readonly client: () => LanguageClient | undefined) {
    this.listeners = [
      vscode.workspace.onDidChangeTextDocument((change) => {
        if (change.document.languageId === 'reglament') this.soon();
      }),
      vscode.window.onDidChangeTextEditorSelection((change) => {
        if (change.textEditor.document.languageId === 'reglament') {
          this.channel = undefined;
          this.soon();
        }
      }),
    ];
  }

  show(): void {
    if (!this.panel) {
      const column = { viewColumn: vscode.ViewColumn.Beside, preserveFocus: true };
      this.panel = vscode.window.createWebviewPanel('reglament.picture', 'reglament', column, { enableScripts: true });
      this.panel.onDidDispose(() => { this.panel = undefined; });
      this.panel.webview.onDidReceiveMessage((message: { channel?: string }) => {
        this.channel = message.channel;
        void this.draw();
      });
    }
    void this.draw();
  }

  private soon(): void {
    if (!this.panel) return;
    clearTimeout(this.waiting);
    this.waiting = setTimeout(() => void this.draw(), REST);
  }

  private async draw(): Promise<void> {
    const client = this.client();
    const editor = vscode.window.visibleTextEditors.find((it) => it.document.languageId === 'reglament');
    if (!client || !this.panel || !editor) return;
    const drawn = await client.sendRequest<Drawn | null>('reglament/picture', {
      textDocument: { uri: client.code2ProtocolConverter.asUri(editor.document.uri) },
      position: client.code2ProtocolConverter.asPosition(editor.selection.active),
      channel: this.channel,
    });
    if (drawn && this.panel) {
      this.panel.title = `${drawn.title}: ${drawn.channel}`;
      this.panel.webview.html = page(drawn);
    }
  }

  dispose(): void {
    clearTimeout(this.waiting);
    this.listeners.forEach((listener) => listener.dispose());
    this.panel?.dispose();
  }
}

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (letter) => `&#${letter.charCodeAt(0)};`);
}

/** A page with the pictures, which are the server's own and hold no script, and a button a channel. */
function page(drawn: Drawn): string {
  const nonce = Array.from({ length: 24 }, () => Math.floor(Math.random() * 36).toString(36)).join('');
  const policy = `default-src 'none'; style-src 'unsafe-inline'; script-src 'nonce-${nonce}'`;
  const buttons = drawn.channels.map((channel) =>
    `<button data-channel="${escaped(channel)}" aria-pressed="${channel === drawn.channel}">${escaped(channel)}</button>`);
  const pages = drawn.pages.map((svg) => `<figure>${svg.slice(svg.indexOf('<svg'))}</figure>`);
  return `<!DOCTYPE html><html><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${policy}">
<style>body{background:#fff;color:#000;padding:8px}figure{margin:8px 0}svg{width:100%;height:auto;border:1px solid #ccc}
button{margin-right:6px}button[aria-pressed=true]{font-weight:bold}</style></head><body>
<nav>${buttons.join('')}</nav>${pages.join('')}
<script nonce="${nonce}">const api = acquireVsCodeApi();
for (const button of document.querySelectorAll('button')) button.onclick = () => api.postMessage({ channel: button.dataset.channel });
</script></body></html>`;
}
