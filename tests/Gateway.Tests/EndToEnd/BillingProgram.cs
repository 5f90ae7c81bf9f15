using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.RegularExpressions;
using BillingActors.Storage;

namespace BillingActors.Gateway.Tests.EndToEnd;

/// <summary>The real program in a process of its own, which may be killed at any time.</summary>
internal sealed partial class BillingProgram : IAsyncDisposable
{
    /// <summary>What a process killed by SIGKILL ends with.</summary>
    public const int Killed = 137;

    /// <summary>Under which it keeps personal data.</summary>
    public static readonly string MasterKey = Convert.ToBase64String(new byte[32]);

    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(120);

    private readonly Process _process;
    private readonly ConcurrentQueue<string> _lines = new();
    private readonly TaskCompletionSource<Uri> _address = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private BillingProgram(Process process)
    {
        _process = process;
        process.OutputDataReceived += (_, line) => Take(line.Data);
        process.ErrorDataReceived += (_, line) => Take(line.Data);
        process.Exited += (_, _) => Ended(process);
    }

    /// <summary>Everything it wrote so far.</summary>
    public string Said => string.Join('\n', _lines);

    /// <summary>Where it listens.</summary>
    public Uri Address { get; private set; } = new("http://127.0.0.1");

    /// <summary>Serves on a free port of the loopback address; with a crash point it kills itself there.</summary>
    public static async Task<BillingProgram> Serve(
        StorageOptions storage, string? crashAt = null, params (string Name, string Value)[] settings)
    {
        var program = Start(["serve", "--urls", "http://127.0.0.1:0", .. Database(storage)], crashAt, settings);
        program.Address = await program._address.Task.WaitAsync(Longest);
        return program;
    }

    /// <summary>Serves until it kills itself, which may be before anybody could speak to it.</summary>
    public static async Task<(int Code, string Said)> Die(StorageOptions storage, string crashAt)
    {
        await using var program = Start(["serve", "--urls", "http://127.0.0.1:0", .. Database(storage)], crashAt);
        return (await program.End(), program.Said);
    }

    /// <summary>Runs a verb to its end and gives what it wrote to its output.</summary>
    public static async Task<(int Code, string Said)> Run(StorageOptions storage, params string[] verb)
    {
        await using var program = Start([.. verb, .. Database(storage)], null);
        return (await program.End(), program.Said);
    }

    /// <summary>Waits until it has ended; gives its exit code.</summary>
    public async Task<int> End()
    {
        using var limit = new CancellationTokenSource(Longest);
        await _process.WaitForExitAsync(limit.Token);
        return _process.ExitCode;
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
            await _process.WaitForExitAsync();
        }
        _process.Dispose();
    }

    private static BillingProgram Start(
        string[] arguments, string? crashAt, params (string Name, string Value)[] settings)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Path.GetTempPath(),
        };
        foreach (var argument in arguments.Prepend(Path.Combine(AppContext.BaseDirectory, "billing.dll")))
            start.ArgumentList.Add(argument);
        start.Environment["Billing__Grains__RunPageSize"] = "20";
        start.Environment["Billing__Grains__CollectivePageSize"] = "20";
        start.Environment["Billing__Privacy__MasterKey"] = MasterKey;
        foreach (var (name, value) in settings)
            start.Environment[name] = value;
        start.Environment.Remove(CrashPoints.Variable);
        if (crashAt is not null)
            start.Environment[CrashPoints.Variable] = crashAt;
        var running = new BillingProgram(new Process { StartInfo = start, EnableRaisingEvents = true });
        running._process.Start();
        running._process.BeginOutputReadLine();
        running._process.BeginErrorReadLine();
        return running;
    }

    private static string[] Database(StorageOptions storage) => storage.Provider == StorageOptions.Postgres
        ? ["--postgres", storage.ConnectionString]
        : ["--sqlite", storage.Path];

    private void Take(string? line)
    {
        if (line is null)
            return;
        _lines.Enqueue(line);
        if (Listening().Match(line) is { Success: true } match)
            _address.TrySetResult(new Uri(match.Value));
    }

    [GeneratedRegex(@"http://127\.0\.0\.1:\d+", RegexOptions.None, 1000)]
    private static partial Regex Listening();

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
