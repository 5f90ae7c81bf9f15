using Npgsql;

namespace BillingActors.Load;

/// <summary>
/// Bills a cycle on PostgreSQL through the product itself, then lets a set-based writer store the same final rows into
/// copies of the same database: the ratio of both rates says what the engine costs on top of the database.
/// </summary>
public static class CycleBench
{
    private const string Variable = "Billing__Storage__ConnectionString";
    private const int Succeeded = 0;
    private const int Invalid = 1;
    private const int WrongUse = 2;

    /// <summary>
    /// Runs the benchmark in databases of its own, which are dropped afterwards. Answers 0; 1 when the run is invalid;
    /// 2 when it cannot start.
    /// </summary>
    public static async Task<int> Run(CycleBenchOptions options, TextWriter output, CancellationToken cancellation)
    {
        var connection = options.ConnectionString ?? Environment.GetEnvironmentVariable(Variable);
        if (string.IsNullOrEmpty(connection) || options.AccountCount < 1)
        {
            await output.WriteLineAsync(options.AccountCount < 1
                ? "The number of accounts must be at least 1."
                : $"The benchmark needs PostgreSQL: set {Variable}.");
            return WrongUse;
        }
        await using var server = await BenchServer.Connect(connection, cancellation);
        var report = await Measure(server, options.AccountCount, cancellation);
        await output.WriteLineAsync(options.AsJson ? report.ToJson() : report.ToText());
        return report.IsValid ? Succeeded : Invalid;
    }

    private static async Task<CycleReport> Measure(
        BenchServer server, int accountCount, CancellationToken cancellation)
    {
        var engine = await server.Create("engine", cancellation);
        var book = new CycleBook(accountCount);
        await using (var host = await BenchHost.Start(engine, cancellation))
            await book.SetUp(host, cancellation);
        await server.Settle(engine, cancellation);
        var floors = new[]
        {
            await server.Copy(engine, "floor1", cancellation),
            await server.Copy(engine, "floor2", cancellation),
        };

        await server.Checkpoint(cancellation);
        var measured = await MeasureEngine(server, engine, accountCount, cancellation);
        await server.Settle(engine, cancellation);
        var pages = await FloorPages.Read(engine, CycleBook.RunId, cancellation);
        var one = await MeasureFloor(server, floors[0], pages, writerCount: 1, cancellation);
        var two = await MeasureFloor(server, floors[1], pages, writerCount: 2, cancellation);
        var isSame = await TablesAgree(engine, floors, cancellation);
        return new CycleReport
        {
            Engine = measured,
            RowsPerBill = (double)pages.Sum(page => page.RowCount) / accountCount,
            FloorAccountsPerSecond = [accountCount / one.TotalSeconds, accountCount / two.TotalSeconds],
            FloorWroteTheSame = isSame,
            Durability = await server.Durability(cancellation),
            Machine = await MachineFacts.Read(server, cancellation),
        };
    }

    private static async Task<EngineMeasure> MeasureEngine(
        BenchServer server, string database, int accountCount, CancellationToken cancellation)
    {
        var before = await server.Wal(cancellation);
        EngineTimes times;
        WalPosition written;
        EngineCost cost;
        await using (var host = await BenchHost.Start(database, cancellation))
        {
            var started = EngineCost.Now();
            times = await new CycleRun(host.Grains, accountCount).Bill(CycleBook.Whole, cancellation);
            cost = EngineCost.Now().Since(started);
            written = await server.Wal(cancellation);
        }
        // Sessions report their flushes when they end.
        NpgsqlConnection.ClearAllPools();
        var ended = await server.Wal(cancellation);
        return new EngineMeasure(
            accountCount,
            times,
            cost,
            (double)(written.Bytes - before.Bytes) / accountCount,
            (double)(ended.SyncCount - before.SyncCount) / accountCount);
    }

    private static async Task<TimeSpan> MeasureFloor(
        BenchServer server,
        string database,
        IReadOnlyList<FloorPage> pages,
        int writerCount,
        CancellationToken cancellation)
    {
        await server.Checkpoint(cancellation);
        return await FloorWriter.Write(database, pages, writerCount, cancellation);
    }

    private static async Task<bool> TablesAgree(string engine, string[] floors, CancellationToken cancellation)
    {
        var wanted = await FloorPages.Fingerprint(engine, cancellation);
        foreach (var floor in floors)
        {
            if (await FloorPages.Fingerprint(floor, cancellation) != wanted)
                return false;
        }
        return true;
    }
}
