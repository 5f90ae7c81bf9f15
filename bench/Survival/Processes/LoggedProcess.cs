using System.Diagnostics;

namespace BillingActors.Survival.Processes;

/// <summary>A process whose words go to a file; ended by its own id and by nothing else.</summary>
internal sealed class LoggedProcess : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(40);

    private readonly Process _process;
    private readonly StreamWriter _log;
    private readonly Lock _gate = new();
    private volatile bool _isGone;

    private LoggedProcess(Process process, string logFile)
    {
        _process = process;
        _log = new StreamWriter(logFile, append: true);
        process.OutputDataReceived += (_, line) => Write(line.Data);
        process.ErrorDataReceived += (_, line) => Write(line.Data);
    }

    /// <summary>Its id.</summary>
    public int Id { get; private set; }

    /// <summary>Whether it has ended.</summary>
    public bool HasEnded => _isGone || _process.HasExited;

    /// <summary>Ends when the process ends.</summary>
    public Task End(CancellationToken cancellation) => _process.WaitForExitAsync(cancellation);

    /// <summary>Starts a program; variables of ours that this process has are not handed on.</summary>
    public static LoggedProcess Start(
        (string Program, IEnumerable<string> Arguments) command,
        IReadOnlyDictionary<string, string> environment,
        string logFile)
    {
        var start = new ProcessStartInfo(command.Program, command.Arguments)
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = "/",
        };
        foreach (var ours in start.Environment.Keys.Where(IsOurs).ToList())
            start.Environment.Remove(ours);
        foreach (var (key, value) in environment)
            start.Environment[key] = value;
        var running = new LoggedProcess(new Process { StartInfo = start }, logFile);
        running._process.Start();
        running.Id = running._process.Id;
        running._process.BeginOutputReadLine();
        running._process.BeginErrorReadLine();
        return running;
    }

    /// <summary>Sends a signal.</summary>
    public Task Send(Signal signal) => HasEnded ? Task.CompletedTask : signal.Send(Id);

    /// <summary>Kills it, and waits until it is gone.</summary>
    public async Task Kill()
    {
        if (!HasEnded)
            _process.Kill(); // SIGKILL.
        await _process.WaitForExitAsync(CancellationToken.None);
    }

    /// <summary>Asks it to end, and waits; gives its exit code, or kills it when it takes too long.</summary>
    public async Task<int?> Stop()
    {
        await Send(Signal.Terminate);
        try
        {
            await _process.WaitForExitAsync(CancellationToken.None).WaitAsync(Patience);
            return _process.ExitCode;
        }
        catch (TimeoutException)
        {
            await Kill();
            return null;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await Kill();
        _isGone = true;
        _process.Dispose();
        lock (_gate)
            _log.Dispose();
    }

    private void Write(string? line)
    {
        if (line is null)
            return;
        lock (_gate)
        {
            if (_log.BaseStream is not { CanWrite: true })
                return; // Said while it was being put away.
            _log.WriteLine(line);
            _log.Flush();
        }
    }

    private static bool IsOurs(string variable) =>
        variable.StartsWith("Billing__", StringComparison.OrdinalIgnoreCase)
        || variable.StartsWith("BILLING_", StringComparison.Ordinal)
        || variable.StartsWith("ASPNETCORE_", StringComparison.Ordinal);
}
