using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace BillingActors.Gateway.Tests.Cluster;

/// <summary>One service of the composition in a process of its own.</summary>
internal sealed partial class ServiceProcess : IAsyncDisposable
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(120);
    private static readonly TimeSpan Between = TimeSpan.FromMilliseconds(100);

    /// <summary>The program that each image of the Dockerfile starts.</summary>
    private static readonly Dictionary<string, (string Project, string Assembly)> _programs =
        new(StringComparer.Ordinal)
        {
            ["silo"] = ("Silo", "BillingActors.Silo.dll"),
            ["gateway"] = ("Gateway", "BillingActors.Gateway.dll"),
            ["billing"] = ("Cli", "billing.dll"),
        };

    private readonly Process _process;
    private readonly ConcurrentQueue<string> _lines = new();
    private readonly TaskCompletionSource<Uri> _address = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly HttpClient _http = new() { Timeout = Longest };

    private ServiceProcess(Process process)
    {
        _process = process;
        process.OutputDataReceived += (_, line) => Take(line.Data);
        process.ErrorDataReceived += (_, line) => Take(line.Data);
        process.Exited += (_, _) => Ended(process);
    }

    /// <summary>Everything it wrote so far.</summary>
    public string Said => string.Join('\n', _lines);

    /// <summary>Where it listens, once it does.</summary>
    public Uri Address => _address.Task.Result;

    /// <summary>Starts the program of an image with exactly this environment of ours.</summary>
    public static ServiceProcess Run(
        string target, string[] arguments, IReadOnlyDictionary<string, string> environment)
    {
        var start = new ProcessStartInfo("dotnet", [Program(target), .. arguments])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Path.GetTempPath(),
        };
        foreach (var ours in start.Environment.Keys.Where(IsOurs).ToList())
            start.Environment.Remove(ours);
        foreach (var (key, value) in environment)
            start.Environment[key] = value;
        var running = new ServiceProcess(new Process { StartInfo = start, EnableRaisingEvents = true });
        running._process.Start();
        running._process.BeginOutputReadLine();
        running._process.BeginErrorReadLine();
        return running;
    }

    /// <summary>Waits until it answers HTTP.</summary>
    public async Task Listening()
    {
        if (await Task.WhenAny(_address.Task, Task.Delay(Longest, Http.Cancellation)) == _address.Task)
            await _address.Task;
        else
            Assert.Fail("It does not listen; it wrote:\n" + Said);
    }

    /// <summary>What a path of /health answers.</summary>
    public async Task<(HttpStatusCode Status, JsonElement Body)> Health(string probe)
    {
        using var response = await _http.GetAsync(new Uri(Address, "/health/" + probe), Http.Cancellation);
        return (response.StatusCode, await response.Json());
    }

    /// <summary>Waits until it takes calls.</summary>
    public Task UntilReady() => Until(HttpStatusCode.OK);

    /// <summary>Waits until it says that it takes none.</summary>
    public Task UntilNotReady() => Until(HttpStatusCode.ServiceUnavailable);

    /// <summary>Waits until it has ended; gives its exit code.</summary>
    public async Task<int> End()
    {
        await _process.WaitForExitAsync(Http.Cancellation).WaitAsync(Longest);
        return _process.ExitCode;
    }

    /// <summary>Kills it as the system would, without a word.</summary>
    public async Task Kill()
    {
        _process.Kill(); // SIGKILL.
        await _process.WaitForExitAsync(Http.Cancellation);
    }

    /// <summary>Asks it to end, as a container engine does; gives its exit code.</summary>
    public async Task<int> Stop()
    {
        using var signal = Process.Start("kill", ["-TERM", _process.Id.ToString(CultureInfo.InvariantCulture)]);
        await signal.WaitForExitAsync(Http.Cancellation);
        return await End();
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
            await _process.WaitForExitAsync();
        }
        _process.Dispose();
        _http.Dispose();
    }

    private async Task Until(HttpStatusCode wanted)
    {
        var since = Stopwatch.StartNew();
        while (true)
        {
            var (status, body) = await Health("ready");
            if (status == wanted)
                return;
            if (since.Elapsed > Longest)
                Assert.Fail($"ready says {(int)status} {body}, not {(int)wanted}; it wrote:\n{Said}");
            await Task.Delay(Between, Http.Cancellation);
        }
    }

    /// <summary>From its own folder, so that it has what its image would have and no more.</summary>
    private static string Program(string target)
    {
        var (project, assembly) = _programs[target];
        var here = new DirectoryInfo(AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar));
        return Path.Combine(here.Parent!.Parent!.FullName, project, here.Name, assembly);
    }

    private static bool IsOurs(string variable) =>
        variable.StartsWith("Billing__", StringComparison.OrdinalIgnoreCase)
        || variable.StartsWith("BILLING_", StringComparison.Ordinal)
        || variable.StartsWith("ASPNETCORE_", StringComparison.Ordinal);

    private void Take(string? line)
    {
        if (line is null)
            return;
        _lines.Enqueue(line);
        if (ListeningAt().Match(line) is { Success: true } match)
            _address.TrySetResult(new Uri(match.Groups["address"].Value));
    }

    [GeneratedRegex(@"Now listening on: (?<address>http://127\.0\.0\.1:\d+)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex ListeningAt();

    // Its last words come after its end: nothing is said until all of them were read.
    private void Ended(Process process)
    {
        try
        {
            process.WaitForExit();
        }
        catch (InvalidOperationException)
        {
            // Put away meanwhile: nobody asks any more.
        }
        _address.TrySetException(new InvalidOperationException("It ended: " + Said));
    }
}
