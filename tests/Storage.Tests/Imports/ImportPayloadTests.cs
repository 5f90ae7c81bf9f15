using System.Collections.Immutable;
using BillingActors.Grains.Interfaces.Imports;
using BillingActors.Grains.Interfaces.Metering;
using BillingActors.Storage.Imports;
using CsCheck;

namespace BillingActors.Storage.Tests.Imports;

/// <summary>What waits to be worked off comes back as it was, in whichever form it was written.</summary>
public sealed class ImportPayloadTests
{
    private static readonly Gen<QualityRun> Runs = Gen.Select(
        Gen.Int[1, 1440],
        Gen.Int[1, 1440],
        Gen.OneOf(Gen.Const("actual"), Gen.Const("missing"), Gen.Const("estimated")),
        Gen.String.Null(),
        Gen.String.Null(),
        (first, last, quality, method, reason) => new QualityRun(first, last, quality, method, reason));

    private static readonly Gen<DateTimeOffset?> Times = Gen.Select(
        Gen.DateTime[new DateTime(1990, 1, 1), new DateTime(2090, 1, 1)], Gen.Int[-840, 840], Gen.Bool,
        (at, minutes, isThere) => isThere
            ? new DateTimeOffset(DateTime.SpecifyKind(at, DateTimeKind.Unspecified), TimeSpan.FromMinutes(minutes))
            : (DateTimeOffset?)null);

    private static readonly Gen<ChannelDay> Days = Gen.Select(
        Gen.Select(Gen.String, Gen.OneOf(Gen.Const("E1"), Gen.Const("B1"), Gen.Const("")), Gen.String.Null()),
        Gen.OneOf(Gen.Const("kWh"), Gen.Const("m3")),
        Gen.Date,
        Gen.Select(Gen.Int[1, 1440], Gen.Int[-840, 840], Gen.Int[0, 9]),
        Gen.Long.Array[0, 60],
        Runs.Array[0, 4],
        Times,
        Gen.Int[0, int.MaxValue],
        (name, unit, day, shape, values, runs, at, line) => new ChannelDay(
            name.Item1, name.Item2, name.Item3, unit, "import", DateOnly.FromDateTime(day), shape.Item1, shape.Item2,
            shape.Item3, [.. values], [.. runs], at, line));

    [Fact]
    public void Days_of_a_batch_survive_their_bytes() => Days.Array[0, 20].Sample(days =>
    {
        ImmutableArray<ImportItem> items = [.. days.Select(day => new ImportItem(Day: day))];

        var read = ImportPayload.Read(ImportPayload.WriteBatch(items));

        Assert.Equal(items.Length, read.Length);
        foreach (var (wanted, found) in items.Zip(read))
        {
            Assert.Equal(wanted.Day! with { Values = [], Quality = [] }, found.Day! with { Values = [], Quality = [] });
            Assert.Equal(wanted.Day.UpdatedAt?.Offset, found.Day.UpdatedAt?.Offset);
            Assert.Equal(wanted.Day.Values, found.Day.Values);
            Assert.Equal(wanted.Day.Quality, found.Day.Quality);
        }
    });

    [Fact]
    public void A_batch_of_days_with_anything_else_beside_them_is_kept_as_a_whole()
    {
        var problem = new RecordProblem(2, "UOM", "unit-missing", "channel E1 has no unit");
        ImmutableArray<ImportItem> items =
            [Files.Item(1), new(Rejected: problem, Raw: "300,x"), Files.Item(3) with { Raw = "300,y" }];

        var read = ImportPayload.Read(ImportPayload.WriteBatch(items));

        Assert.Equal([null, "300,x", "300,y"], read.Select(item => item.Raw));
        Assert.Equal([1, 2, 3], read.Select(item => item.Line));
        Assert.Equal(problem, read[1].Rejected);
        Assert.Equal(items[2].Day!.Values, read[2].Day!.Values);
    }
}
