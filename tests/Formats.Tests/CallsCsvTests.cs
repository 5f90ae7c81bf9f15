using System.Globalization;
using System.Text;
using BillingActors.Formats;
using BillingActors.Grains.Interfaces.Charging;
using BillingActors.Grains.Interfaces.Imports;

namespace Formats.Tests;

public sealed class CallsCsvTests
{
    private const string Head = "calls,msc-1,17\ncall_id,charged_party,started_at,quantity,from,to,event,part,last\n";

    private const string Row = "c-1,north/A-1,2026-03-01T08:15:02.5+01:00,75,49170,4930,call,2,yes\n";

    [Fact]
    public async Task A_record_says_everything_its_fields_say_and_the_end_what_the_file_is()
    {
        var items = await Files.Read("calls-csv", Head + Row + "end,1,75.0\n");

        var call = items[0].Call!;
        Assert.Equal(
            new UsageEntry(
                "msc-1", "c-1", DateTimeOffset.Parse("2026-03-01T08:15:02.5+01:00", CultureInfo.InvariantCulture),
                Call: new CallUse(75, "49170", "4930")),
            call.Usage);
        Assert.Equal(("north/A-1", 3, 2, true), (call.Party, call.Line, call.Part, call.IsLast));
        Assert.Equal(("north", "A-1"), (items[0].EntityId, items[0].AccountId));
        var file = items[1].File!;
        Assert.Equal(("msc-1", 17L, 1L, 75m), (file.Source, file.Sequence, file.RecordCount, file.Total));
        Assert.Equal(64, file.Sha256.Length);
    }

    [Fact]
    public async Task The_sample_is_read_and_recognised()
    {
        var path = Path.Combine(ReferenceData.Repository(), "samples/usage/calls.csv");

        var items = await Files.ReadFile("calls-csv", path);

        Assert.Equal("calls-csv", FileFormats.Recognise(await File.ReadAllBytesAsync(
            path, TestContext.Current.CancellationToken))!.Name);
        Assert.Equal(4, items.Count(item => item.Call is not null));
        Assert.Null(items[2].EntityId);
        Assert.Equal(1053091m, items[^1].File!.Total);
    }

    [Fact]
    public async Task A_file_packed_otherwise_is_the_same_file()
    {
        var text = Head + Row + "end,1,75\n";
        var one = Assert.IsType<CallFile>((await Files.Read("calls-csv", text))[^1].File);
        var other = (await Files.Read("calls-csv", text.Replace("\n", "\r\n", StringComparison.Ordinal)))[^1].File;
        var third = (await Files.Read("calls-csv", text.Replace("4930", "4931", StringComparison.Ordinal)))[^1].File;

        Assert.Equal(one, other);
        Assert.NotEqual(one.Sha256, third!.Sha256);
    }

    [Fact]
    public async Task A_file_without_records_keeps_the_sequence()
    {
        var file = Assert.Single(await Files.Read("calls-csv", Head + "end,0,0\n")).File!;

        Assert.Equal((17L, 0L), (file.Sequence, file.RecordCount));
    }

    [Theory]
    [InlineData("north/A-1", "north/A 1", "charged_party id-characters")]
    [InlineData("north/A-1", "a/b/c/d", "charged_party id-characters")]
    [InlineData("north/A-1", "", "charged_party field-missing")]
    [InlineData("08:15:02.5+01:00", "08:15:02", "started_at time-invalid")]
    [InlineData("c-1", "c 1", "call_id id-characters")]
    [InlineData(",2,yes", ",0,yes", "part number-invalid")]
    [InlineData(",2,yes", ",2,maybe", "last word-unknown")]
    [InlineData(",2,yes", ",,yes", "part field-missing")]
    [InlineData(",2,yes", ",2", "record field-count")]
    public async Task A_bad_record_is_rejected_and_the_next_is_read(string good, string bad, string problem)
    {
        var row = Row.Replace(good, bad, StringComparison.Ordinal);

        var items = await Files.Read("calls-csv", Head + row + Row + "end,2,150\n");

        Assert.Equal($"3 {problem}", Files.Short(items[0]));
        Assert.Equal(row.TrimEnd(), items[0].Raw);
        Assert.Equal(4, items[1].Call!.Line);
    }

    [Theory]
    [InlineData("", "1 calls file-empty")]
    [InlineData("msc-1,17\n", "1 calls header-missing")]
    [InlineData("calls,msc 1,17\n", "1 source id-characters")]
    [InlineData("calls,msc-1,0\n", "1 number number-invalid")]
    [InlineData("calls,msc-1,1.5\n", "1 number number-invalid")]
    [InlineData(Head + Row, "3 end end-missing")]
    [InlineData(Head + Row + "end,2,75\n", "4 records count-mismatch")]
    [InlineData(Head + Row + "end,x,75\n", "4 records number-invalid")]
    [InlineData(Head + Row + "end,1,74\n", "4 total total-mismatch")]
    [InlineData(Head + Row + "end,1,x\n", "4 total number-invalid")]
    [InlineData(Head + Row + "end,1\n", "4 end field-count")]
    [InlineData(Head + Row + "end,1,75\n" + Row, "5 record record-after-end")]
    [InlineData(Head + "c-1,north/A-1,2026-03-01T08:15:02Z,-1,a,b,call,,\nend,1,-1\n", "3 quantity number-invalid")]
    [InlineData("calls,msc-1,17\ncall_id,quantity\n", "2 charged_party header-column-missing")]
    public async Task A_file_that_does_not_tie_is_refused(string text, string problem) =>
        Assert.Equal(problem, await Files.Refusal("calls-csv", text));

    [Fact]
    public async Task Nothing_is_given_out_once_something_is_wrong()
    {
        var given = new List<ImportItem>();
        var text = Head + Row + Row.Replace(",75,", ",x,", StringComparison.Ordinal) + Row + "end,3,150\n";
        await using var file = new MemoryStream(Encoding.UTF8.GetBytes(text));

        var refused = await Assert.ThrowsAsync<FileRefusedException>(async () =>
        {
            await foreach (var item in FileFormats.Named("calls-csv")!.Read(file, default))
                given.Add(item);
        });

        Assert.Single(given);
        Assert.Equal("4 quantity number-invalid", Files.Short(refused));
    }
}
