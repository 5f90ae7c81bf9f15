using BillingActors.Cli.Demo;
using BillingActors.Storage;

namespace BillingActors.Gateway.Tests.EndToEnd;

/// <summary>
/// A database whose January is calculated and approved by the real program; made once, copied for every process that is
/// to die on it.
/// </summary>
public abstract class ApprovedMarket : IAsyncLifetime
{
    public const int AccountCount = 160;

    private readonly DirectoryInfo _files = Directory.CreateTempSubdirectory("billing-files-");

    public string RunId { get; private set; } = "";

    public string OperatorKey { get; private set; } = "";

    public string SupervisorKey { get; private set; } = "";

    public async ValueTask InitializeAsync()
    {
        var template = await Make();
        OperatorKey = await Key(template, "otto", "operator");
        SupervisorKey = await Key(template, "suzy", "supervisor", "controller");
        await using var program = await BillingProgram.Serve(template);
        using var desk = new MarketDesk(program.Address, OperatorKey, SupervisorKey);
        await desk.Enter(DemoMarket.Of(AccountCount), _files.FullName);
        RunId = (await desk.Calculate([])).RunId;
        await MarketDesk.Step(desk.Supervisor, RunId, "approve");
    }

    public async ValueTask DisposeAsync()
    {
        _files.Delete(recursive: true);
        await Clean();
    }

    /// <summary>A copy of the database, for one test.</summary>
    public abstract Task<StorageOptions> Copy();

    protected abstract Task<StorageOptions> Make();

    protected abstract Task Clean();

    private static async Task<string> Key(StorageOptions storage, string person, params string[] roles)
    {
        string[] create = ["keys", "create", "--person", person, .. roles.SelectMany(role => new[] { "--role", role })];
        var (code, said) = await BillingProgram.Run(storage, create);
        Assert.True(code == 0, said);
        return said.Split('\n').First(line => !line.Contains(' ', StringComparison.Ordinal)).Trim();
    }
}
