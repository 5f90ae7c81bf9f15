using System.Collections.Concurrent;
using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace BillingActors.Console.Tests.World;

/// <summary>
/// A window of the browser with a person in front of it. It notes every request to another origin, every error of a
/// script and every breach of the content policy: there must be none when it is closed.
/// </summary>
internal sealed class Window : IAsyncDisposable
{
    private const string WatchPolicy =
        "document.addEventListener('securitypolicyviolation', e => console.error('policy: ' + e.violatedDirective"
        + " + ' ' + e.blockedURI));";

    // Half a megabyte, so it is given to a page once. The usual way of the library opens another window for each run.
    private static readonly string _axe = new BundledAxeScriptProvider().GetScript();

    // The size of what is pressed is a rule of WCAG 2.2 AA that axe leaves out unless it is asked for.
    private const string AllRules = "{ rules: { 'target-size': { enabled: true } }, resultTypes: ['violations'] }";

    private const string AllButColours =
        "{ rules: { 'target-size': { enabled: true }, 'color-contrast': { enabled: false } },"
        + " resultTypes: ['violations'] }";

    private const string ColoursAlone = "{ runOnly: ['color-contrast'], resultTypes: ['violations'] }";

    private const string Violations =
        " .then(result => result.violations.map("
        + "one => one.id + ': ' + one.nodes.slice(0, 3)"
        + ".map(node => node.html + ' ' + node.failureSummary).join(' | ')))";

    private readonly ConcurrentQueue<string> _complaints = new();
    private readonly IBrowserContext _context;
    private readonly Uri _origin;

    private Window(IBrowserContext context, IPage page, Uri origin) =>
        (_context, Page, _origin) = (context, page, origin);

    public IPage Page { get; }

    public static async Task<Window> Open(ConsoleWorld world, Uri? origin = null)
    {
        origin ??= world.Market.Address;
        var context = await world.Browser.Chromium.NewContextAsync(new BrowserNewContextOptions
        {
            BaseURL = origin.ToString(),
            ColorScheme = ColorScheme.Light,
            ReducedMotion = ReducedMotion.Reduce,
            Permissions = ["clipboard-read", "clipboard-write"],
            ViewportSize = new ViewportSize { Width = 1360, Height = 900 },
        });
        context.SetDefaultTimeout(45_000); // Long, for a machine that does much else; a wait ends with its fact.
        await context.AddInitScriptAsync(WatchPolicy);
        var window = new Window(context, await context.NewPageAsync(), origin);
        window.Watch();
        return window;
    }

    /// <summary>A window in which somebody is logged in, of the world's market or of another program.</summary>
    public static async Task<Window> As(
        ConsoleWorld world, string person, string path = "/console", Uri? origin = null)
    {
        var window = await Open(world, origin);
        await window.LogIn(person, path);
        return window;
    }

    public async Task LogIn(string person, string path = "/console")
    {
        await Page.GotoAsync("/console/login?returnTo=" + Uri.EscapeDataString(path));
        await Page.GetByRole(AriaRole.Button, new() { Name = person }).First.ClickAsync();
        await Page.IsReady();
    }

    /// <summary>Logs in as somebody no other test is.</summary>
    public async Task LogInAs(string personId, string roles, string path)
    {
        await Page.GotoAsync("/console/login?returnTo=" + Uri.EscapeDataString(path));
        await Page.EvaluateAsync(
            """
            ([person, roles]) => {
              const form = document.querySelector('input[name=PersonId]').form;
              form.PersonId.value = person;
              form.Roles.value = roles;
              form.requestSubmit();
            }
            """,
            new[] { personId, roles });
        await Page.IsReady();
    }

    /// <summary>
    /// Nothing on the page breaks the rules of accessibility, in the light and in the dark. Keeps a picture of both for
    /// a person to look at.
    /// </summary>
    public async Task IsAccessible(string what)
    {
        await Picture(what + "-light");
        await Breaks(what, AllRules);
        await Page.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = ColorScheme.Dark });
        await Picture(what + "-dark");
        await Breaks(what + ", dark", ColoursAlone); // Nothing else depends on the theme.
        await Page.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = ColorScheme.Light });
    }

    /// <summary>
    /// Nothing on the page but its colours, which were looked at from left to right, breaks the rules of accessibility.
    /// </summary>
    public async Task IsAccessibleFromRightToLeft(string what)
    {
        await Picture(what + "-light");
        await Breaks(what, AllButColours);
    }

    /// <summary>Keeps a picture for a person to look at, where BILLING_PICTURES asks for some.</summary>
    public Task Picture(string name) => Environment.GetEnvironmentVariable("BILLING_PICTURES") is { Length: > 0 }
        ? Page.ScreenshotAsync(
            new PageScreenshotOptions { Path = Path.Combine(Pictures(), name + ".png"), FullPage = true })
        : Task.CompletedTask;

    /// <summary>A file of an export, with the rights of who is logged in, line by line.</summary>
    public async Task<string[]> Lines(string path)
    {
        var answer = await Page.APIRequest.GetAsync(path);
        Assert.True(answer.Ok, $"{path}: {answer.Status}");
        return (await answer.TextAsync()).Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }

    /// <summary>Closes the window. What it showed last is kept where something was thrown in its test.</summary>
    public async ValueTask DisposeAsync()
    {
        if (Trouble.IsInThisTest)
        {
            var name = TestContext.Current.TestMethod?.MethodName ?? "window";
            await Page.ScreenshotAsync(new PageScreenshotOptions
            {
                Path = Path.Combine(Pictures(), "last", name + ".jpg"),
                Type = ScreenshotType.Jpeg,
                Quality = 60,
            });
        }
        await _context.DisposeAsync();
        Assert.Empty(string.Join('\n', _complaints));
    }

    private async Task Breaks(string what, string options)
    {
        if (!await Page.EvaluateAsync<bool>("() => 'axe' in window"))
            await Page.EvaluateAsync(_axe);
        var violations = await Page.EvaluateAsync<string[]>($"() => axe.run(document, {options}){Violations}");
        Assert.True(violations.Length == 0, $"{what}: {string.Join(Environment.NewLine, violations)}");
    }

    private static string Pictures()
    {
        var root = new DirectoryInfo(AppContext.BaseDirectory);
        while (root is not null && !File.Exists(Path.Combine(root.FullName, "BillingActors.sln")))
            root = root.Parent;
        return Directory.CreateDirectory(
            Path.Combine(root?.FullName ?? AppContext.BaseDirectory, "artifacts", "console")).FullName;
    }

    private void Watch()
    {
        Page.Request += (_, request) =>
        {
            var uri = new Uri(request.Url);
            if (uri.Scheme is not ("data" or "blob") && uri.Authority != _origin.Authority)
                _complaints.Enqueue("outside: " + request.Url);
        };
        Page.Console += (_, message) =>
        {
            if (message.Type == "error")
                _complaints.Enqueue("console: " + message.Text);
        };
        Page.PageError += (_, error) => _complaints.Enqueue("script: " + error);
    }
}
