using System.Globalization;
using System.Text;
using BillingActors.Grains.Interfaces.Imports;
using CsCheck;

namespace Formats.Tests;

public sealed class MeterDataLawTests
{
    private const int SamplesMax = 200;
    private static readonly CultureInfo Invariant = CultureInfo.InvariantCulture;

    private static readonly string[] Flags = ["A", "N", "S14", "F51", "E52"];
    private static readonly string[] LineEnds = ["\n", "\r\n", "\r"];

    private static readonly Gen<string> Flag = Gen.Int[0, Flags.Length - 1].Select(index => Flags[index]);

    private static readonly Gen<string> Value = Gen.Select(Gen.Int[0, 99_999], Gen.Int[0, 999], Gen.Int[0, 3]).Select(
        (whole, fraction, places) => places == 0 ? $"{whole}" : $"{whole}.{$"{fraction:000}"[..places]}");

    private static readonly Gen<(string[] Values, (int Last, string Flag)[] Runs)> Day = Gen.Select(
        Value.Array[48], Gen.Int[1, 47].HashSet[0, 4], Flag.Array[5]).Select((values, cuts, flags) =>
            (values, cuts.Append(48).Order().Select((last, index) => (last, flags[index])).ToArray()));

    private static readonly Gen<string> Text = Day.Array[1, 6].Select(Write);

    [Fact]
    public void What_is_written_is_read() =>
        Day.Array[1, 6].Sample(
            days =>
            {
                var items = Read(Write(days), 4096);
                Assert.Equal(days.Select(Fact), items.Select(Fact), StringComparer.Ordinal);
            },
            iter: SamplesMax);

    [Fact]
    public void Chunks_of_any_size_give_the_same_records() =>
        Gen.Select(Text, Gen.Int[1, 97], Gen.Int[0, 2]).Sample(
            (text, chunk, end) =>
            {
                var lines = text.Replace("\n", LineEnds[end], StringComparison.Ordinal);
                Assert.Equal(
                    Read(text, 65_536).Select(Placed), Read(lines, chunk).Select(Placed), StringComparer.Ordinal);
            },
            iter: SamplesMax);

    [Fact]
    public void A_file_cut_anywhere_is_refused_and_never_crashes() =>
        Gen.Select(Text, Gen.Double[0, 1]).Sample(
            (text, part) =>
            {
                var cut = text[..(int)(part * (text.Length - 4))];
                Assert.Throws<FileRefusedException>(() => Read(cut, 4096));
            },
            iter: SamplesMax);

    [Fact]
    public void A_file_with_any_character_changed_is_read_or_refused() =>
        Gen.Select(Text, Gen.Double[0, 1], Gen.Char[' ', '~']).Sample(
            (text, part, character) =>
            {
                var at = (int)(part * (text.Length - 1));
                try
                {
                    Read(text[..at] + character + text[(at + 1)..], 4096);
                }
                catch (FileRefusedException e)
                {
                    Assert.NotEmpty(e.Problems);
                }
            },
            iter: SamplesMax);

    private static string Write((string[] Values, (int Last, string Flag)[] Runs)[] days)
    {
        var text = new StringBuilder("100,NEM12,202603050900,MDP,RET\n200,NMI0000001,E1,1,E1,,M1,KWH,30,\n");
        for (var index = 0; index < days.Length; index++)
        {
            var (values, runs) = days[index];
            var flag = runs.Length == 1 ? runs[0].Flag : "V";
            text.Append(Invariant, $"300,{new DateOnly(2026, 3, 1).AddDays(index):yyyyMMdd},")
                .AppendJoin(',', values).Append(Invariant, $",{flag},,,,\n");
            var first = 1;
            foreach (var run in runs.Where(_ => runs.Length > 1))
            {
                text.Append(Invariant, $"400,{first},{run.Last},{run.Flag},,\n");
                first = run.Last + 1;
            }
        }
        return text.Append("900\n").ToString();
    }

    private static string Fact((string[] Values, (int Last, string Flag)[] Runs) day)
    {
        var flags = day.Values.Select((_, index) => day.Runs.First(run => run.Last > index).Flag).ToArray();
        var values = day.Values.Select((value, index) =>
            flags[index] == "N" ? "0" : PlainMeterData.Shown(decimal.Parse(value, Invariant)));
        return string.Join(' ', values.Zip(flags));
    }

    private static string Fact(ImportItem item)
    {
        var day = item.Day!;
        var scale = (decimal)Math.Pow(10, day.Scale);
        return string.Join(' ', day.Values.Select((value, index) =>
        {
            var run = day.Quality.Single(quality => quality.First <= index + 1 && quality.Last > index);
            return (PlainMeterData.Shown(value / scale), MeterDataFacts.Flag(run.Quality) + run.Method);
        }));
    }

    private static string Placed(ImportItem item) => $"{item.Line} {Fact(item)}";

    private static List<ImportItem> Read(string text, int chunk)
    {
        using var file = new ChunkedStream(Encoding.UTF8.GetBytes(text), chunk);
        return [.. Files.Read("nem12", file).GetAwaiter().GetResult()];
    }
}
