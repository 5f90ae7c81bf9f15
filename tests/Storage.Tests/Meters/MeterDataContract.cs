using System.Collections.Immutable;
using BillingActors.Domain.Metering;
using BillingActors.Grains.Interfaces.Imports;
using BillingActors.Storage.Imports;
using BillingActors.Storage.Meters;
using BillingActors.Storage.Tests.Imports;
using BillingActors.Storage.Tests.Stores;
using CsCheck;

namespace BillingActors.Storage.Tests.Meters;

/// <summary>What every store of meter data promises, whatever lies below it.</summary>
public abstract class MeterDataContract(StoreSet stores) : StoreContract(stores)
{
    private string ServicePoint => "SP-" + Id;

    [Fact]
    public async Task What_is_stored_is_what_is_read()
    {
        var view = await Import(
            Files.DayOf(ServicePoint, 0, "x"), Files.DayOf(ServicePoint, 1, "x", long.MaxValue / 2));

        var data = await Read();

        Assert.Equal((2, 0, 0), (view.StoredCount, view.CorrectedCount, view.DuplicateCount));
        Assert.Equal(2, data.DataVersion);
        Assert.Equal(2, data.Days.Length);
        var (wanted, day) = (Files.DayOf(ServicePoint, 0, "x"), data.Days[0]);
        Assert.Equal(wanted with { Version = 1, Values = [], Quality = [] }, day with { Values = [], Quality = [] });
        Assert.Equal(wanted.Values, day.Values);
        Assert.Equal(wanted.Quality, day.Quality);
    }

    [Fact]
    public async Task Same_file_twice_is_all_duplicates()
    {
        await Import(Files.DayOf(ServicePoint, 0, "x"), Files.DayOf(ServicePoint, 1, "x"));

        var again = await Import(Files.DayOf(ServicePoint, 0, "y"), Files.DayOf(ServicePoint, 1, "y"));

        Assert.Equal((0, 0, 2), (again.StoredCount, again.CorrectedCount, again.DuplicateCount));
        Assert.Equal(2, (await Read()).DataVersion);
    }

    [Fact]
    public async Task A_correction_shows_with_both_versions()
    {
        await Import(Files.DayOf(ServicePoint, 0, "x"));
        await Import(Files.DayOf(ServicePoint, 0, "y", value: 8));

        var versions = await Stores.Meters.Versions(ServicePoint, "E1", Files.Day, Cancellation);
        var newest = Assert.Single((await Read()).Days);

        Assert.Equal([(1, "x", 7L), (2, "y", 8L)], versions.Select(d => (d.Version, d.Source.ImportId, d.Values[0])));
        Assert.Equal((2, 8L), (newest.Version, newest.Values[0]));
    }

    [Fact]
    public async Task A_read_by_hand_is_stored_once_and_another_value_corrects_it()
    {
        var read = new RegisterRead(
            ServicePoint, "11", "M-1", Files.Day, 1110, 0, ReadQuality.Actual, ReadKind.Final, 0,
            new SourceReference("by-hand.anna.M-1", 1));

        await Stores.Meters.Enter([read, read with { Register = "21" }], Cancellation);
        await Stores.Meters.Enter([read, read with { Register = "21" }], Cancellation);
        await Stores.Meters.Enter([read with { Value = 1111 }], Cancellation);

        var data = await Read();
        Assert.Equal(3, data.DataVersion);
        Assert.Equal(
            [read with { Value = 1111, Version = 2 }, read with { Register = "21", Version = 1 }],
            data.Reads.AsEnumerable());
    }

    [Fact]
    public async Task Another_quality_or_unit_is_a_correction()
    {
        var day = Files.DayOf(ServicePoint, 0, "x");
        await Import(day);

        var quality = await Import(day with { Quality = [new QualityRun(1, 48, ReadQuality.Estimated)] });
        var unit = await Import(day with { Unit = "Wh", Quality = [new QualityRun(1, 48, ReadQuality.Estimated)] });

        Assert.Equal((1, 1), (quality.CorrectedCount, unit.CorrectedCount));
    }

    [Fact]
    public async Task An_overlapping_file_stores_what_is_new_and_corrects_what_differs()
    {
        await Import(Days(0, 10));

        var overlap = await Import(
            [.. Days(5, 15).Select((day, i) => i == 0 ? Files.DayOf(ServicePoint, 5, "y", 99) : day)]);

        Assert.Equal((5, 1, 4), (overlap.StoredCount, overlap.CorrectedCount, overlap.DuplicateCount));
        Assert.Equal(16, (await Read()).DataVersion);
    }

    [Fact]
    public async Task Two_records_of_a_day_in_one_batch_are_applied_in_order()
    {
        var view = await Import(
            Files.DayOf(ServicePoint, 0, "x", 1),
            Files.DayOf(ServicePoint, 0, "x", 2),
            Files.DayOf(ServicePoint, 0, "x", 2));

        Assert.Equal((1, 1, 1), (view.StoredCount, view.CorrectedCount, view.DuplicateCount));
        Assert.Equal(2, Assert.Single((await Read()).Days).Values[0]);
    }

    [Fact]
    public async Task A_day_that_is_there_may_come_twice_in_a_batch_with_another_beside_it()
    {
        await Import(Files.DayOf(ServicePoint, 0, "x", 1));

        var view = await Import(
            Files.DayOf(ServicePoint, 0, "x", 2),
            Files.DayOf(ServicePoint, 1, "x", 5),
            Files.DayOf(ServicePoint, 0, "x", 1),
            Files.DayOf(ServicePoint, 1, "x", 6));

        Assert.Equal((1, 3, 0), (view.StoredCount, view.CorrectedCount, view.DuplicateCount));
        var data = await Read();
        Assert.Equal(5, data.DataVersion);
        Assert.Equal([(3, 1L), (2, 6L)], data.Days.Select(day => (day.Version, day.Values[0])));
    }

    [Fact]
    public async Task Files_with_the_same_days_land_at_once_and_each_day_is_stored_once()
    {
        var files = Enumerable.Range(0, 8)
            .Select(file => Enumerable.Range(0, 60)
                .Select(i => Files.DayOf($"{ServicePoint}-{(i * (file % 2 == 0 ? 1 : 7)) % 20}", i / 20, "x"))
                .ToImmutableArray())
            .ToArray();

        var views = await Task.WhenAll(files.Select(days => Task.Run(() => Import(days), Cancellation)));

        Assert.Equal(
            (60, 0, 420),
            (views.Sum(v => v.StoredCount), views.Sum(v => v.CorrectedCount), views.Sum(v => v.DuplicateCount)));
        string[] points = [.. Enumerable.Range(0, 20).Select(i => $"{ServicePoint}-{i}")];
        Assert.All(
            await Stores.Meters.DataVersions([.. points], Cancellation), version => Assert.Equal(3, version));
    }

    [Fact]
    public async Task A_read_that_is_repeated_as_the_one_before_is_a_duplicate_of_any_kind()
    {
        await Import(new ReadRecord([Files.ReadOf(ServicePoint, 0, "x", 100, ReadKind.Install)]));

        var view = await Import(
            new ReadRecord([Files.ReadOf(ServicePoint, 30, "y", 250), Files.ReadOf(ServicePoint, 0, "y", 100)]));

        Assert.Equal((1, 0, 0), (view.StoredCount, view.CorrectedCount, view.DuplicateCount));
        var reads = (await Read()).Reads;
        Assert.Equal(
            [(ReadKind.Install, 100L, 1), (ReadKind.Scheduled, 250L, 1)],
            reads.Select(r => (r.Kind, r.Value, r.Version)));
    }

    [Fact]
    public async Task A_record_whose_read_before_differs_is_a_correction()
    {
        await Import(new ReadRecord([Files.ReadOf(ServicePoint, 0, "x", 100, ReadKind.Install)]));

        var view = await Import(
            new ReadRecord([Files.ReadOf(ServicePoint, 30, "y", 250), Files.ReadOf(ServicePoint, 0, "y", 101)]));

        Assert.Equal((0, 1), (view.StoredCount, view.CorrectedCount));
        var corrected = (await Read()).Reads[0];
        Assert.Equal((ReadKind.Install, 101L, 2), (corrected.Kind, corrected.Value, corrected.Version));
    }

    [Fact]
    public async Task Queries_are_answered_in_their_order_also_twice_and_for_the_unknown()
    {
        await Import(Files.DayOf(ServicePoint, 0, "x"), Files.DayOf(ServicePoint, 20, "x"));
        var (all, first) = (
            Files.Query(ServicePoint), Files.Query(ServicePoint) with { Until = Files.Day.PlusDays(20) });

        var found = await Stores.Meters.Read([Files.Query("nobody-" + Id), all, first], Cancellation);

        Assert.Equal([0, 2, 1], found.Select(data => data.Days.Length));
        Assert.Equal([0, 2, 2], found.Select(data => data.DataVersion));
        Assert.Equal([2, 0], await Stores.Meters.DataVersions([ServicePoint, "nobody-" + Id], Cancellation));
        Assert.Empty(await Stores.Meters.Read([], Cancellation));
    }

    [Fact]
    public async Task A_thousand_days_go_in_and_out()
    {
        var view = await Import(
            [.. Enumerable.Range(0, 1000).Select(i => Files.DayOf($"{ServicePoint}-{i % 40}", i / 40, "x"))]);

        var found = await Stores.Meters.Read(
            [.. Enumerable.Range(0, 40).Select(i => Files.Query($"{ServicePoint}-{i}"))], Cancellation);

        Assert.Equal(1000, view.StoredCount);
        Assert.All(found, data => Assert.Equal((25L, 25), (data.DataVersion, data.Days.Length)));
    }

    [Fact]
    public void Values_and_qualities_survive_their_bytes() =>
        Gen.Select(
                Gen.Long.Array[0, 100],
                Gen.Select(Gen.Int[1, 20], Gen.Enum<ReadQuality>(), Gen.String.Null(), Gen.String.Null()).Array[0, 6])
            .Sample((values, runs) =>
            {
                var last = 0;
                ImmutableArray<QualityRun> quality =
                    [.. runs.Select(
                        run => new QualityRun(last + 1, last += run.Item1, run.Item2, run.Item3, run.Item4))];
                Assert.Equal(values, IntervalCodec.ReadValues(IntervalCodec.WriteValues([.. values])));
                Assert.Equal(quality, IntervalCodec.ReadQuality(IntervalCodec.WriteQuality(quality)));
            });

    private ImmutableArray<IntervalDay> Days(int from, int until) =>
        [.. Enumerable.Range(from, until - from).Select(day => Files.DayOf(ServicePoint, day, "x"))];

    private async Task<MeteredData> Read() =>
        (await Stores.Meters.Read([Files.Query(ServicePoint)], Cancellation))[0];

    private Task<ImportView> Import(params ImmutableArray<IntervalDay> days) =>
        Import(days.Length, import => new WorkedBatch(import, 0, days, [], []));

    private Task<ImportView> Import(ReadRecord record) =>
        Import(1, import => new WorkedBatch(import, 0, [], [record], []));

    private async Task<ImportView> Import(int count, Func<string, WorkedBatch> worked)
    {
        var import = "I-" + Guid.NewGuid().ToString("N")[..12];
        await Stores.Imports.Begin(Files.Header(import, At), Cancellation);
        await Stores.Imports.Stage(new StagedBatch(import, 0, Files.Items(count)), Cancellation);
        await Stores.Imports.Accept(import, "ab", count, Cancellation);
        await Stores.Imports.Complete(worked(import), Cancellation);
        return (await Stores.Imports.View(import, Cancellation))!;
    }
}
