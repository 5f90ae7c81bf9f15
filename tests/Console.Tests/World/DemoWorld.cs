using BillingActors.Cli;
using BillingActors.Cli.Demo;
using BillingActors.Cli.Verbs;

namespace BillingActors.Console.Tests.World;

/// <summary>`billing demo` itself, small: its year, and then its console on the day it is today.</summary>
public sealed class DemoWorld : IAsyncLifetime
{
    private const int AccountCount = 40;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("billing-story-");
    private readonly CancellationTokenSource _end = new();
    private readonly AddressReader _output = new();
    private Task<int> _demo = Task.FromResult(0);

    /// <summary>Where it says that its console is.</summary>
    public Uri Address { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        var storage = DatabaseOptions.SqliteAt(Path.Combine(_folder.FullName, "billing.db"));
        var settings = new DemoSettings(
            AccountCount, null, EndsAfterVerify: false, Port: 0, storage, _folder.FullName);
        _demo = Task.Run(() => new DemoRun(settings, new Terminal(_output, TextWriter.Null, false)).Run(_end.Token));
        await await Task.WhenAny(_output.Found, _demo); // A demo that ends before says why.
        Address = await _output.Found;
    }

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        await ((Task)_demo).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _end.Dispose();
        _folder.Delete(recursive: true);
    }

    /// <summary>Reads where the console is, as a person at the terminal does.</summary>
    private sealed class AddressReader : StringWriter
    {
        private const string Before = "the console is at ";

        private readonly TaskCompletionSource<Uri> _found = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task<Uri> Found => _found.Task;

        public override void WriteLine(string? value)
        {
            if (value?.StartsWith(Before, StringComparison.Ordinal) == true)
                _found.TrySetResult(new Uri(new Uri(value[Before.Length..].Split(": ")[0]), "/"));
        }
    }
}
