using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using BillingActors.Cli.Client;
using BillingActors.Cli.Demo.Reference;
using BillingActors.Cli.Embedded;
using BillingActors.Grains.Interfaces.BillRuns;
using BillingActors.Grains.Interfaces.Imports;
using BillingActors.Grains.Interfaces.MasterData;
using BillingActors.Grains.Interfaces.Tariffs;
using BillingActors.Storage;

namespace BillingActors.Gateway.Tests.EndToEnd;

/// <summary>
/// The real host on SQLite with two accounts: a house with half hours that is billed for January, and a shop whose
/// closing read is missing, so that it is held.
/// </summary>
public sealed class BilledHost : IAsyncLifetime
{
    private const string Contracts = ReferenceAccount.Header + "\n"
        + "east,C-1,Ada Okafor,ada@example.org,+61 2 5550 0101,\"12 Wattle Lane\",A-1,monthly,14,K-1,flat,2025-01-01,,"
        + "EASTP00001,MTR-77001,interval,E1,kWh,import,30,600,,\n"
        + "east,C-2,Brindle and Sons,,,,A-2,monthly,14,K-2,flat,2025-01-01,,"
        + "EASTP00002,MTR-77002,register,11,kWh,import,,,6,1\n";

    private const string HouseHead = "100,NEM12,202502010600,TESTMDP,TESTRET\n"
        + "200,EASTP00001,E1,E1,E1,,MTR-77001,kWh,30,\n";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("billing-host-");
    private readonly List<RunView> _progress = [];
    private readonly List<HttpClient> _clients = [];
    private EmbeddedHost? _host;

    public string RunId { get; private set; } = "";

    public string DatabasePath => Path.Combine(_folder.FullName, "billing.db");

    /// <summary>What the live events of the run said, from its release to its end.</summary>
    public IReadOnlyList<RunView> Progress => _progress;

    public HttpClient Operator { get; private set; } = null!;

    public HttpClient Supervisor { get; private set; } = null!;

    /// <summary>The operator's key, for clients of their own.</summary>
    public string OperatorKey { get; private set; } = "";

    /// <summary>A second person with the rights of the first.</summary>
    public HttpClient Second { get; private set; } = null!;

    /// <summary>Where the host is, and the key of the supervisor, for the command line.</summary>
    public (Uri Address, string Key) Door { get; private set; }

    public async ValueTask InitializeAsync()
    {
        var storage = new StorageOptions { Path = DatabasePath };
        _host = await EmbeddedHost.Start(storage, "http://127.0.0.1:0", TimeProvider.System, Http.Cancellation);
        var operatorKey = await Key("otto", "operator");
        var supervisorKey = await Key("suzy", "supervisor", "controller");
        (Operator, Supervisor) = (Client(operatorKey), Client(supervisorKey));
        Second = Client(await Key("sam", "supervisor"));
        OperatorKey = operatorKey;
        Door = (_host.Address, supervisorKey);
        using var clerk = new GatewayClient(_host.Address, operatorKey);
        using var supervisor = new GatewayClient(_host.Address, supervisorKey);
        await EnterMasterData(clerk, supervisor);
        await Import(clerk, "contracts.csv", Contracts);
        await Import(clerk, "house.csv", House());
        await Bill(clerk, supervisor);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var client in _clients)
            client.Dispose();
        if (_host is not null)
            await _host.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    /// <summary>A house that uses 0.1 kWh in every half hour of January: 148.8 kWh.</summary>
    private static string House()
    {
        var file = new StringBuilder(HouseHead);
        var values = string.Join(',', Enumerable.Repeat("0.1", 48));
        for (var day = new DateOnly(2025, 1, 1); day < new DateOnly(2025, 2, 1); day = day.AddDays(1))
            file.Append(CultureInfo.InvariantCulture, $"300,{day:yyyyMMdd},{values},A,,,20250201060000,\n");
        return file.Append("900\n").ToString();
    }

    private static TariffDocument Flat() => TariffJson.Read("""
        {"id":"flat","name":"Flat","currency":"AUD","zone":"Australia/Brisbane","versions":[{"number":1,
        "validFrom":"2024-01-01","charges":[
        {"kind":"fixed","code":"supply","text":"Supply","taxCategory":"standard","per":"day","price":"1"},
        {"kind":"usage","code":"energy","text":"Energy","taxCategory":"standard","direction":"import","unit":"kWh",
        "price":{"kind":"flat","price":"0.3"}}],
        "taxes":[{"code":"GST","text":"GST 10 %","percent":"10","categories":["standard"]}]}]}
        """);

    private static async Task EnterMasterData(GatewayClient clerk, GatewayClient supervisor)
    {
        await Put(supervisor, "v1/legal-entities/east", new LegalEntityRecord(
            "east", "East Energy", "AUD", "Australia/Brisbane", "ABN 1", "1 Test Street", "INV"));
        await Put(clerk, "v1/bill-cycles/monthly", new BillCycleRecord(
            "monthly", "east", "Monthly", 1, 1, [], 3, 0m, 0m, false));
        await Put(clerk, "v1/tariffs/flat/draft", Flat());
        await supervisor.Send<MasterView>(
            HttpMethod.Post, "v1/tariffs/flat/draft/publish", null,
            Ask.Fresh() with { Version = 1, Reason = "first prices" }, Http.Cancellation);
    }

    private static Task Put(GatewayClient who, string path, object record) => who.Send<MasterView>(
        HttpMethod.Put, path + "?validFrom=2025-01-01", record, Ask.Fresh() with { IsNew = true }, Http.Cancellation);

    private static async Task Import(GatewayClient clerk, string name, string text)
    {
        using var file = new MemoryStream(Encoding.UTF8.GetBytes(text));
        var import = await clerk.Upload<ImportView>(
            $"v1/imports?fileName={name}", file, Ask.Fresh(), Http.Cancellation);
        var done = await clerk.UntilDone(import.ImportId, static _ => { }, Http.Cancellation);
        Assert.Equal((done.RecordCount, 0), (done.StoredCount, done.RejectedCount));
    }

    private async Task Bill(GatewayClient clerk, GatewayClient supervisor)
    {
        var plan = new PlanRun("east", "monthly", new DateOnly(2025, 2, 1), []);
        RunId = (await clerk.Send<RunView>(
            HttpMethod.Post, "v1/bill-runs", plan, Ask.Fresh(), Http.Cancellation)).RunId;
        await clerk.Until(RunId, run => run.Stage == "reconciled", static _ => { }, Http.Cancellation);
        await supervisor.Step(RunId, "approve", Ask.Fresh(), Http.Cancellation);
        await clerk.Step(RunId, "release", Ask.Fresh(), Http.Cancellation);
        await foreach (var run in clerk.Events<RunView>(Paths.Run(RunId, "/events"), Http.Cancellation))
            _progress.Add(run);
    }

    /// <summary>A client of somebody with some roles.</summary>
    public async Task<HttpClient> As(string person, params string[] roles) => Client(await Key(person, roles));

    /// <summary>A key of a person.</summary>
    public async Task<string> Key(string person, params string[] roles) =>
        (await _host!.MakeKey(person, roles, 1, Http.Cancellation)).Text;

    private HttpClient Client(string key)
    {
        var client = new HttpClient { BaseAddress = _host!.Address };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", key);
        _clients.Add(client);
        return client;
    }
}
