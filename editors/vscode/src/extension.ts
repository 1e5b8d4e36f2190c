// Starts the language server, and shows what it draws and proves beside the text.
import * as vscode from 'vscode';
import { LanguageClient, LanguageClientOptions, ServerOptions } from 'vscode-languageclient/node';
import { Picture } from './picture';

let client: LanguageClient | undefined;

/** The program and the language of its messages, as the settings have them. */
function settings(): { path: string; language: string } {
  const own = vscode.workspace.getConfiguration('reglament');
  const language = own.get<string>('language') || vscode.env.language.slice(0, 2);
  return { path: own.get<string>('path') || 'reglament', language };
}

async function start(): Promise<void> {
  const { path, language } = settings();
  const run: ServerOptions = { command: path, args: ['lsp', '--stdio'] };
  const options: LanguageClientOptions = {
    documentSelector: [{ scheme: 'file', language: 'reglament' }],
    initializationOptions: { language },
    middleware: {
      // The one command of the server answers with a text.
      executeCommand: async (command, given, next) => {
        const text: unknown = await next(command, given);
        await shown(text);
        return text;
      },
    },
    synchronize: {
      configurationSection: 'reglament',
      fileEvents: vscode.workspace.createFileSystemWatcher('**/{*.reglament,*.clauses,reglament.toml}'),
    },
  };
  client = new LanguageClient('reglament', 'reglament', run, options);
  try {
    await client.start();
  } catch (error) {
    client = undefined;
    const why = error instanceof Error ? error.message : String(error);
    void vscode.window.showErrorMessage(`reglament: \`${path} lsp\`: ${why}`);
  }
}

/** What the worst filing of a channel is: the proof as the command line tells it, in a tab of its own. */
async function shown(text: unknown): Promise<void> {
  if (typeof text !== 'string') return;
  const document = await vscode.workspace.openTextDocument({ content: text });
  await vscode.window.showTextDocument(document, { viewColumn: vscode.ViewColumn.Beside, preview: true });
}

export async function activate(context: vscode.ExtensionContext): Promise<void> {
  const picture = new Picture(() => client);
  context.subscriptions.push(
    picture,
    vscode.commands.registerCommand('reglament.showPicture', () => picture.show()),
    vscode.commands.registerCommand('reglament.restart', async () => {
      await client?.stop();
      await start();
    }),
    vscode.workspace.onDidChangeConfiguration(async (change) => {
      if (change.affectsConfiguration('reglament.path')) {
        await client?.stop();
        await start();
      }
    }),
  );
  await start();
}

export async function deactivate(): Promise<void> {
  await client?.stop();
}
