using BillingActors.Load.Machine;

namespace BillingActors.Load.Floors;

/// <summary>
/// The floor of a piece of work: the rows it left behind, stored into copies of the database as it was before, by one
/// writer and by two. No grains, no decisions, nothing read.
/// </summary>
internal sealed class Floor(BenchServer server, FloorShape shape)
{
    private readonly List<string> _copies = [];

    /// <summary>Copies the database before the work; nobody may be connected to it.</summary>
    public async Task Prepare(string database, CancellationToken cancellation)
    {
        _copies.Add(await server.Copy(database, "floor1", cancellation));
        _copies.Add(await server.Copy(database, "floor2", cancellation));
    }

    /// <summary>Measures both writers, and compares what they wrote with what the work had.</summary>
    public async Task<FloorMeasure> Measure(string database, CancellationToken cancellation)
    {
        await server.Settle(database, cancellation);
        var pages = await FloorPages.Read(database, shape, cancellation);
        var times = new List<TimeSpan>();
        foreach (var (index, copy) in _copies.Index())
        {
            await server.Checkpoint(cancellation);
            times.Add(await FloorWriter.Write(copy, (pages, shape), writerCount: index + 1, cancellation));
        }
        var wanted = await FloorPages.Fingerprint(database, shape, cancellation);
        var isSame = true;
        foreach (var copy in _copies)
            isSame &= await FloorPages.Fingerprint(copy, shape, cancellation) == wanted;
        var accountCount = pages.Sum(page => page.Accounts.Count);
        return new FloorMeasure(
            accountCount, pages.Sum(page => page.RowCount), times[0], times[1], isSame);
    }
}
