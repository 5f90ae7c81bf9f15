using System.Globalization;

namespace Formats.Tests;

/// <summary>What a valid meter data file says, read the plainest way: lines, commas and decimals.</summary>
internal sealed record PlainMeterData(int Days, int Reads, decimal Sum, IReadOnlyList<string> Facts)
{
    public static PlainMeterData Of(string path)
    {
        var lines = File.ReadAllLines(path).Select(line => line.Trim().Split(',')).ToArray();
        var facts = new List<string>();
        var (sum, days, reads) = (0m, 0, 0);
        for (var at = 0; at < lines.Length; at++)
        {
            if (lines[at][0] == "300")
            {
                var channel = lines.Take(at).Last(fields => fields[0] == "200");
                var count = 1440 / Whole(channel[8]);
                var values = lines[at].Skip(2).Take(count).Select(Number).ToArray();
                facts.Add(DayFact(lines, at, channel, values));
                (sum, days) = (sum + values.Sum(), days + 1);
            }
            else if (lines[at][0] == "250")
            {
                facts.Add(ReadFact(lines[at], at + 1));
                (sum, reads) = (sum + Number(lines[at][13]), reads + 1);
            }
        }
        return new(days, reads, sum, facts);
    }

    private static string DayFact(string[][] lines, int at, string[] channel, decimal[] values)
    {
        var (day, count) = (lines[at], values.Length);
        var runs = day[2 + count] == "V"
            ? lines.Skip(at + 1).TakeWhile(fields => fields[0] == "400").Select(fields => fields[1..]).ToArray()
            : [["1", $"{count}", day[2 + count], day.ElementAtOrDefault(3 + count) ?? ""]];
        foreach (var run in runs.Where(run => run[2] == "N"))
            for (var interval = Whole(run[0]); interval <= Whole(run[1]); interval++)
                values[interval - 1] = 0;
        var qualities = runs.Select(run => $"{run[0]}-{run[1]} {run[2]} {run.ElementAtOrDefault(3)}");
        var updated = day.ElementAtOrDefault(5 + count) ?? "";
        return $"{at + 1} {channel[1]} {channel[4]} {channel[6]} {channel[7].ToUpperInvariant()} {channel[8]} {day[1]} "
            + $"{(updated.Length == 12 ? updated + "00" : updated)} "
            + $"[{string.Join(' ', values.Select(Shown))}] [{string.Join("; ", qualities)}]";
    }

    private static string ReadFact(string[] fields, int line) =>
        $"{line} {fields[1]} {fields[4]} {fields[6]} {fields[7]} {fields[19].ToUpperInvariant()} "
        + $"{Shown(Number(fields[8]))} {fields[9][..8]} {fields[10][..1]} "
        + $"{Shown(Number(fields[13]))} {fields[14][..8]} "
        + $"{fields[15]} {fields[16]} {Shown(Number(fields[18]))} {fields[21].Trim()}";

    public static string Shown(decimal number) => number.ToString("0.#########", CultureInfo.InvariantCulture);

    private static int Whole(string text) => int.Parse(text, CultureInfo.InvariantCulture);

    private static decimal Number(string text) => decimal.Parse(text, CultureInfo.InvariantCulture);
}
