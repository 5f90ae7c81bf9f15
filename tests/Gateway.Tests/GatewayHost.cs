using System.Net.Http.Headers;
using BillingActors.Gateway.Auth;
using BillingActors.Gateway.Tests.Fakes;
using BillingActors.Grains.Interfaces;
using BillingActors.Grains.Interfaces.Cash;
using BillingActors.Storage.Cash;
using BillingActors.Storage.Imports;
using BillingActors.Storage.Keys;
using BillingActors.Storage.Ledger;
using BillingActors.Storage.Migrations;
using BillingActors.Storage.Reports;
using BillingActors.Storage.Worklists;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace BillingActors.Gateway.Tests;

/// <summary>The gateway as it is, over fakes of everything behind it.</summary>
public sealed class GatewayHost : IAsyncDisposable
{
    private readonly WebApplication _app;

    private GatewayHost(WebApplication app, Parts parts) => (_app, Behind) = (app, parts);

    internal Parts Behind { get; }

    public IServiceProvider Services => _app.Services;

    public IReadOnlyList<RouteEndpoint> Endpoints =>
        [.. ((IEndpointRouteBuilder)_app).DataSources.SelectMany(source => source.Endpoints).OfType<RouteEndpoint>()];

    public static async Task<GatewayHost> Start(params (string Key, string Value)[] settings) =>
        await Start("Production", settings);

    public static async Task<GatewayHost> Start(string environment, (string Key, string Value)[] settings)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = environment });
        builder.WebHost.UseTestServer();
        builder.Logging.ClearProviders();
        builder.Configuration.AddInMemoryCollection(
            settings.Select(pair => KeyValuePair.Create<string, string?>(pair.Key, pair.Value)));
        var parts = new Parts();
        parts.AddTo(builder.Services);
        builder.Services.AddGateway(builder.Configuration);
        var app = builder.Build();
        app.MapGateway();
        await app.StartAsync(TestContext.Current.CancellationToken);
        return new GatewayHost(app, parts);
    }

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

    public HttpClient Anonymous() => _app.GetTestClient();

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();

    /// <summary>Everything behind the gateway.</summary>
    internal sealed class Parts
    {
        public Parts()
        {
            Reports = new MemoryReports(Inbox, Worklist);
            Grains.Make<IAccountGrain>(key => new FakeAccount(key));
            Grains.Make<IAccountCreditGrain>(key => new FakeCredits(key));
            Grains.Make<IAccountDisputesGrain>(key => new FakeDisputes(key));
            Grains.Make<IAccountCollectionsGrain>(key => new FakeCollections(key));
            Grains.Make<IAccountCashGrain>(FakeCash.Of);
            Grains.Make<IPaymentBatchGrain>(key => new FakeBatch(key));
            Grains.Make<IUnidentifiedCashGrain>(key => new FakeUnidentified(key));
            Grains.Make<IBillRunGrain>(key => new FakeRun(key));
            Grains.Make<IBillInquiryGrain>(key => new FakeInquiry(key));
            Grains.Make<IMasterDataGrain>(key => new FakeMaster(key));
            Grains.Make<ILedgerGrain>(key => new FakeLedger(key));
            Grains.Make<IImportGrain>(key => new FakeImport(key, Inbox));
        }

        public FakeGrains Grains { get; } = new();

        public MemoryKeys Keys { get; } = new();

        public MemoryInbox Inbox { get; } = new();

        public MemoryWorklist Worklist { get; } = new();

        public MemoryCash Cash { get; } = new();

        public MemoryReports Reports { get; }

        public FixedSchema Schema { get; } = new();

        public FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2026, 3, 1, 9, 0, 0, TimeSpan.Zero));

        public FakeAccount Account(string key) => Grains.The<IAccountGrain, FakeAccount>(key);

        public FakeRun Run(string runId) => Grains.The<IBillRunGrain, FakeRun>(runId);

        public void AddTo(IServiceCollection services) => services
            .AddSingleton(Grains.Factory)
            .AddSingleton<TimeProvider>(Clock)
            .AddSingleton<IKeyStore>(Keys)
            .AddSingleton<IImportStore>(Inbox)
            .AddSingleton<IWorklistStore>(Worklist)
            .AddSingleton<IUnidentifiedCashStore>(Cash)
            .AddSingleton<IReports>(Reports)
            .AddSingleton<ITariffList, MemoryTariffs>()
            .AddSingleton<ILedgerReports>(new MemoryLedger())
            .AddSingleton<ICollectionReports>(new MemoryCollectionReports())
            .AddSingleton<ISchema>(Schema);
    }
}
