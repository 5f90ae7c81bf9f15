using BillingActors.Cli.Client;
using BillingActors.Cli.Embedded;
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

    /// <summary>Loads, plans and releases.</summary>
    public static (string Person, string[] Roles) Operator => ("demo-operator", ["operator"]);

    /// <summary>Approves, publishes tariffs and keeps the legal entities.</summary>
    public static (string Person, string[] Roles) Supervisor => ("demo-supervisor", ["supervisor", "controller"]);

    /// <summary>The operator's connection.</summary>
    public GatewayClient AsOperator => _operator ?? throw new InvalidOperationException("The day has not begun yet.");

    /// <summary>The supervisor's connection.</summary>
    public GatewayClient AsSupervisor =>
        _supervisor ?? throw new InvalidOperationException("The day has not begun yet.");

    /// <summary>When the working day begins.</summary>
    public static DateTimeOffset MorningOf(DateOnly day) => new(day, new TimeOnly(12, 0), TimeSpan.Zero);

    /// <summary>Moves the clock of the business.</summary>
    public async Task MoveTo(DateOnly day, CancellationToken cancellation)
    {
        clock.Set(MorningOf(day));
        _operator ??= await Connect(Operator, cancellation);
        _supervisor ??= await Connect(Supervisor, cancellation);
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

    /// <summary>Publishes a new tariff.</summary>
    public Task Put(TariffDocument tariff, CancellationToken cancellation) =>
        Put(AsSupervisor, $"v1/tariffs/{tariff.Id}", (tariff, tariff.Versions[0].ValidFrom), cancellation);

    /// <summary>Hands a file in and waits until every record has its effect.</summary>
    public async Task<ImportView> Import(string file, string? format, CancellationToken cancellation)
    {
        var import = await AsOperator.HandIn(file, format, Ask.Fresh(), cancellation);
        return await AsOperator.UntilDone(import.ImportId, static _ => { }, cancellation);
    }

    public void Dispose()
    {
        _operator?.Dispose();
        _supervisor?.Dispose();
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
