using BillingActors.Cli.Client;
using BillingActors.Cli.Embedded;
using BillingActors.Grains.Interfaces.Collections;
using BillingActors.Grains.Interfaces.Imports;
using BillingActors.Grains.Interfaces.MasterData;
using BillingActors.Grains.Interfaces.Tariffs;
using BillingActors.Silo;

namespace BillingActors.Cli.Demo;

/// <summary>
/// The people of the demo: an operator, a supervisor with four eyes in mind, and the clock on the wall.
/// </summary>
internal sealed class DemoDesk(EmbeddedHost host, MovableClock clock) : IDisposable
{
    private const int KeyDays = 7;

    private GatewayClient? _operator;
    private GatewayClient? _supervisor;
    private GatewayClient? _clerk;
    private GatewayClient? _collector;

    /// <summary>Loads, plans and releases.</summary>
    public static (string Person, string[] Roles) Operator => ("demo-operator", ["operator"]);

    /// <summary>Approves, publishes tariffs and keeps the legal entities.</summary>
    public static (string Person, string[] Roles) Supervisor => ("demo-supervisor", ["supervisor", "controller"]);

    /// <summary>Takes money and settles disputes.</summary>
    public static (string Person, string[] Roles) Clerk => ("demo-clerk", ["clerk"]);

    /// <summary>Looks after what is overdue.</summary>
    public static (string Person, string[] Roles) Collector => ("demo-collector", ["collector"]);

    /// <summary>The day it is.</summary>
    public DateOnly Today => DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);

    /// <summary>The operator's connection.</summary>
    public GatewayClient AsOperator => _operator ?? throw new InvalidOperationException("The day has not begun yet.");

    /// <summary>The supervisor's connection.</summary>
    public GatewayClient AsSupervisor =>
        _supervisor ?? throw new InvalidOperationException("The day has not begun yet.");

    /// <summary>The clerk's connection.</summary>
    public GatewayClient AsClerk => _clerk ?? throw new InvalidOperationException("The day has not begun yet.");

    /// <summary>The collector's connection.</summary>
    public GatewayClient AsCollector => _collector ?? throw new InvalidOperationException("The day has not begun yet.");

    /// <summary>When the working day begins.</summary>
    public static DateTimeOffset MorningOf(DateOnly day) => new(day, new TimeOnly(12, 0), TimeSpan.Zero);

    /// <summary>Moves the clock of the business, and waits until what has come due by itself is done.</summary>
    public async Task MoveTo(DateOnly day, CancellationToken cancellation)
    {
        clock.Set(MorningOf(day));
        _operator ??= await Connect(Operator, cancellation);
        _supervisor ??= await Connect(Supervisor, cancellation);
        _clerk ??= await Connect(Clerk, cancellation);
        _collector ??= await Connect(Collector, cancellation);
        await host.DoWhatIsDue(clock.GetUtcNow(), cancellation);
    }

    /// <summary>Stores a new legal entity.</summary>
    public Task Put(LegalEntityRecord entity, DateOnly from, CancellationToken cancellation) =>
        Put(AsSupervisor, $"v1/legal-entities/{entity.Id}", (entity, from), cancellation);

    /// <summary>Stores a new bill cycle.</summary>
    public Task Put(BillCycleRecord cycle, DateOnly from, CancellationToken cancellation) =>
        Put(AsOperator, $"v1/bill-cycles/{cycle.Id}", (cycle, from), cancellation);

    /// <summary>Stores a new service point.</summary>
    public Task Put(ServicePointRecord point, DateOnly from, CancellationToken cancellation) =>
        Put(AsOperator, $"v1/service-points/{point.Id}", (point, from), cancellation);

    /// <summary>Publishes a new tariff: one person writes it, another one publishes it.</summary>
    public async Task Put(TariffDocument tariff, CancellationToken cancellation)
    {
        var path = Paths.Tariff(tariff.Id, "/draft");
        await Put(AsOperator, path, (tariff, tariff.Versions[0].ValidFrom), cancellation);
        var ask = Ask.Fresh() with { Version = 1, Reason = "first prices" };
        await AsSupervisor.Send<MasterView>(HttpMethod.Post, path + "/publish", null, ask, cancellation);
    }

    /// <summary>Stores a new dunning policy.</summary>
    public Task Put(DunningPolicyRecord policy, DateOnly from, CancellationToken cancellation) =>
        Put(AsSupervisor, $"v1/dunning-policies/{policy.Id}", (policy, from), cancellation);

    /// <summary>Hands a file in and waits until every record has its effect.</summary>
    public async Task<ImportView> Import(string file, string? format, CancellationToken cancellation)
    {
        var import = await AsOperator.HandIn(file, (format, null), Ask.Fresh(), cancellation);
        return await AsOperator.UntilDone(import.ImportId, static _ => { }, cancellation);
    }

    public void Dispose()
    {
        _operator?.Dispose();
        _supervisor?.Dispose();
        _clerk?.Dispose();
        _collector?.Dispose();
    }

    private static async Task Put(
        GatewayClient gateway, string path, (object Record, DateOnly From) put, CancellationToken cancellation)
    {
        var dated = Paths.List(path, ("validFrom", Output.Amounts.Day(put.From)));
        await gateway.Send<MasterView>(HttpMethod.Put, dated, put.Record, Ask.Fresh() with { IsNew = true },
            cancellation);
    }

    private async Task<GatewayClient> Connect((string Person, string[] Roles) who, CancellationToken cancellation)
    {
        var key = await host.MakeKey(who.Person, who.Roles, KeyDays, cancellation);
        return new GatewayClient(host.Address, key.Text);
    }
}
