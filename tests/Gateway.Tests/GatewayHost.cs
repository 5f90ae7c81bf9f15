using System.Net;
using System.Net.Http.Headers;
using BillingActors.Gateway.Auth;
using BillingActors.Gateway.Tests.Fakes;
using BillingActors.Grains.Interfaces;
using BillingActors.Grains.Interfaces.Cash;
using BillingActors.Storage.Accounts;
using BillingActors.Storage.Audit;
using BillingActors.Storage.Cash;
using BillingActors.Storage.Deliveries;
using BillingActors.Storage.Drafts;
using BillingActors.Storage.Evidence;
using BillingActors.Storage.Exports;
using BillingActors.Storage.Imports;
using BillingActors.Storage.Inbox;
using BillingActors.Storage.Keys;
using BillingActors.Storage.Ledger;
using BillingActors.Storage.Migrations;
using BillingActors.Storage.Notes;
using BillingActors.Storage.Privacy;
using BillingActors.Storage.Reports;
using BillingActors.Storage.Users;
using BillingActors.Storage.Webhooks;
using BillingActors.Storage.Worklists;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace BillingActors.Gateway.Tests;

/// <summary>
/// The gateway as it is, over fakes of everything behind it. Each test has fakes of its own; the program before them,
/// which takes seconds to start, is one for all that ask for the same settings.
/// </summary>
public sealed class GatewayHost : IAsyncDisposable
{
    private static readonly string[] ConsolePaths = ["/console", "/_blazor", "/_framework", "/favicon.ico"];

    private readonly RunningGateway _gateway;
    private readonly List<HttpClient> _clients = [];

    private GatewayHost(RunningGateway gateway) => _gateway = gateway;

    internal Parts Behind { get; } = new();

    public IServiceProvider Services => _gateway.Services;

    public IReadOnlyList<RouteEndpoint> Endpoints => _gateway.Endpoints;

    /// <summary>Those that programs call; the others are the console's.</summary>
    public IEnumerable<RouteEndpoint> Calls => Endpoints.Where(endpoint => !IsConsole(endpoint));

    public static bool IsConsole(RouteEndpoint endpoint) => Array.Exists(
        ConsolePaths,
        path => ("/" + endpoint.RoutePattern.RawText!.Trim('/')).StartsWith(path, StringComparison.Ordinal)
            || endpoint.RoutePattern.RawText == "/");

    public static Task<GatewayHost> Start(params (string Key, string Value)[] settings) =>
        Start("Production", settings);

    /// <summary>With a program of its own, for keys whose id the test does not draw anew.</summary>
    public static Task<GatewayHost> StartOwn(params (string Key, string Value)[] settings) =>
        Start([.. settings, ("Tests:Own", Guid.NewGuid().ToString())]);

    public static async Task<GatewayHost> Start(string environment, (string Key, string Value)[] settings) =>
        new(await RunningGateway.Of(environment, settings));

    /// <summary>A caller with its own key.</summary>
    public HttpClient As(string roles, string person = "pat", params string[] entities)
    {
        var now = Behind.Clock.GetUtcNow();
        var wanted = new NewKey("test", person, [.. roles.Split(' ')], [.. entities], now.AddDays(30));
        var (stored, issued) = KeyIssuing.Create(wanted, now);
        Behind.Keys.Keys[stored.View.KeyId] = stored;
        return With(issued.Text);
    }

    public HttpClient With(string credential)
    {
        var client = Anonymous();
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", credential);
        return client;
    }

    public HttpClient Anonymous()
    {
        var client = _gateway.Client(Behind);
        _clients.Add(client);
        return client;
    }

    public ValueTask DisposeAsync()
    {
        foreach (var client in _clients)
            client.Dispose();
        return ValueTask.CompletedTask;
    }

    /// <summary>Everything behind the gateway.</summary>
    internal sealed class Parts
    {
        public Parts()
        {
            (Keys, Users) = (new MemoryKeys(Audit), new MemoryUsers(Audit));
            (Persons, Webhooks) = (new MemoryPersons(Audit), new MemoryWebhooks(Audit));
            Deliveries = new MemoryDeliveries(Audit);
            Notes = new MemoryNotes(Audit);
            Reports = new MemoryReports(Inbox, Worklist);
            Grains.Make<IAccountGrain>(key => new FakeAccount(key));
            Grains.Make<IAccountCreditGrain>(FakeCredits.Of);
            Grains.Make<IAccountTransferGrain>(FakeTransfers.Of);
            Grains.Make<ITransferGrain>(FakeTransfers.DeskOf);
            Grains.Make<IAccountCollectiveGrain>(key => new FakeCollectives(key));
            Grains.Make<IAccountBudgetGrain>(key => new FakeBudgets(key));
            Grains.Make<IAccountDisputesGrain>(key => new FakeDisputes(key));
            Grains.Make<IAccountCollectionsGrain>(key => new FakeCollections(key));
            Grains.Make<IAccountDepositsGrain>(key => new FakeDeposits(key));
            Grains.Make<IAccountUsageGrain>(key => new FakeUsage(key));
            Grains.Make<IAccountCashGrain>(FakeCash.Of);
            Grains.Make<IPaymentBatchGrain>(key => new FakeBatch(key));
            Grains.Make<IUnidentifiedCashGrain>(key => new FakeUnidentified(key));
            Grains.Make<IBillRunGrain>(key => new FakeRun(key));
            Grains.Make<IBillInquiryGrain>(key => new FakeInquiry(key));
            Grains.Make<IMasterDataGrain>(key => new FakeMaster(key, Grains));
            Grains.Make<ILegalEntityDraftGrain>(key => new FakeEntityDraft(key));
            Grains.Make<ILedgerGrain>(key => new FakeLedger(key));
            Grains.Make<IImportGrain>(key => new FakeImport(key, Inbox));
        }

        public FakeGrains Grains { get; } = new();

        /// <summary>Where requests come from; null within the process.</summary>
        public IPAddress? Address { get; set; }

        public MemoryAudit Audit { get; } = new();

        public MemoryPersons Persons { get; }

        public MemoryEvidence Evidence { get; } = new();

        public MemoryKeys Keys { get; }

        public MemoryWebhooks Webhooks { get; }

        public MemoryDeliveries Deliveries { get; }

        public MemoryNotes Notes { get; }

        public MemoryUsers Users { get; }

        public MemoryInbox Inbox { get; } = new();

        public MemoryWorklist Worklist { get; } = new();

        public MemoryCash Cash { get; } = new();

        public MemoryStreams Streams { get; } = new();

        public MemoryReports Reports { get; }

        public FixedSchema Schema { get; } = new();

        public FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2026, 3, 1, 9, 0, 0, TimeSpan.Zero));

        public ITariffList Tariffs { get; } = new MemoryTariffs();

        public ILedgerReports Ledger { get; } = new MemoryLedger();

        public ICollectionReports Collections { get; } = new MemoryCollectionReports();

        public IReceivablesReports Receivables { get; } = new MemoryReceivables();

        public IRunReports RunReports { get; } = new MemoryRunReports();

        public IDepositReports Deposits { get; } = new MemoryDepositReports();

        public IAccountList AccountList { get; set; } = new MemoryAccountList();

        public IAgeingReports Ageing { get; } = new MemoryAgeingReports();

        public FakeAccount Account(string key) => Grains.The<IAccountGrain, FakeAccount>(key);

        public FakeRun Run(string runId) => Grains.The<IBillRunGrain, FakeRun>(runId);

        /// <summary>Registers whatever <paramref name="current"/> names at the moment of each call.</summary>
        public static void AddTo(IServiceCollection services, Func<Parts> current) => services
            .AddSingleton<TimeProvider>(new CurrentClock(() => current().Clock))
            .AddSingleton(FakeGrains.InPlaceOf(() => current().Grains.Factory))
            .AddSingleton(FakeGrains.InPlaceOf<IKeyStore>(() => current().Keys))
            .AddSingleton(FakeGrains.InPlaceOf<IWebhookStore>(() => current().Webhooks))
            .AddSingleton(FakeGrains.InPlaceOf<IWebhookSecrets>(() => current().Webhooks))
            .AddSingleton(FakeGrains.InPlaceOf<IDeliveryStore>(() => current().Deliveries))
            .AddSingleton(FakeGrains.InPlaceOf<INoteStore>(() => current().Notes))
            .AddSingleton(FakeGrains.InPlaceOf<IUserStore>(() => current().Users))
            .AddSingleton(FakeGrains.InPlaceOf<IViewSettingStore>(() => current().Users))
            // Keys of sessions belong to the program, which outlives a test.
            .AddSingleton(new ProtectionKeys(new MemoryUsers(new MemoryAudit()), MasterKey.Create()))
            .AddSingleton(FakeGrains.InPlaceOf<IAuditTrail>(() => current().Audit))
            .AddSingleton(FakeGrains.InPlaceOf<IAuditSeals>(() => current().Audit))
            .AddSingleton(FakeGrains.InPlaceOf<ISensitiveAccounts>(() => current().Audit))
            .AddSingleton(FakeGrains.InPlaceOf<IFormDrafts>(() => throw new NotSupportedException()))
            // Long exports are written beside the requests, by a program that outlives a test.
            .AddSingleton<IExportStore>(new MemoryExports())
            .AddSingleton(FakeGrains.InPlaceOf<IEvidenceStore>(() => current().Evidence))
            .AddSingleton(FakeGrains.InPlaceOf<ILimitReports>(() => throw new NotSupportedException()))
            .AddSingleton(FakeGrains.InPlaceOf<ICycleLoad>(() => throw new NotSupportedException()))
            .AddSingleton(FakeGrains.InPlaceOf<IInvoiceList>(() => throw new NotSupportedException()))
            .AddSingleton<ILegalEntityDrafts>(new MemoryEntityDrafts())
            .AddSingleton(FakeGrains.InPlaceOf<IPersonStore>(() => current().Persons))
            .AddSingleton(FakeGrains.InPlaceOf<IPersonDuties>(() => current().Persons))
            .AddSingleton(FakeGrains.InPlaceOf<IChainVerifier>(() => throw new NotSupportedException()))
            .AddSingleton(FakeGrains.InPlaceOf<IImportStore>(() => current().Inbox))
            .AddSingleton(FakeGrains.InPlaceOf<IWorklistStore>(() => current().Worklist))
            .AddSingleton(FakeGrains.InPlaceOf<IUnidentifiedCashStore>(() => current().Cash))
            .AddSingleton(FakeGrains.InPlaceOf<IInbox>(() => current().Streams))
            .AddSingleton(FakeGrains.InPlaceOf<IQuarantine>(() => current().Streams))
            .AddSingleton(FakeGrains.InPlaceOf<IStreamReports>(() => current().Streams))
            .AddSingleton(FakeGrains.InPlaceOf<IReports>(() => current().Reports))
            .AddSingleton(FakeGrains.InPlaceOf<IApprovalInbox>(() => current().Reports))
            .AddSingleton(FakeGrains.InPlaceOf(() => current().Tariffs))
            .AddSingleton(FakeGrains.InPlaceOf(() => current().Ledger))
            .AddSingleton(FakeGrains.InPlaceOf(() => current().Collections))
            .AddSingleton(FakeGrains.InPlaceOf(() => current().Receivables))
            .AddSingleton(FakeGrains.InPlaceOf(() => current().RunReports))
            .AddSingleton(FakeGrains.InPlaceOf(() => current().Deposits))
            .AddSingleton(FakeGrains.InPlaceOf(() => current().AccountList))
            .AddSingleton(FakeGrains.InPlaceOf(() => current().Ageing))
            .AddSingleton(FakeGrains.InPlaceOf<ISchema>(() => current().Schema));
    }
}
