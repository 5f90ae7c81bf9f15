using System.Collections.Immutable;
using System.Globalization;
using BillingActors.Gateway.Auth;
using BillingActors.Gateway.Console.Lists;
using BillingActors.Storage.Reports;

namespace BillingActors.Console.Tests.Lists;

/// <summary>A list of the first numbers, which counts how many rows were asked for at once.</summary>
internal sealed class NumberList(int count) : CursorList<int>
{
    public static readonly Caller Nobody = new("nobody", [], EntityScope.All);

    public int AskedMax { get; private set; }

    public int ReadCount { get; private set; }

    public override string Name => "numbers";

    public override (string One, string Many) Noun => ("number", "numbers");

    public override string Permission => Permissions.SelfRead;

    public override ImmutableArray<ListColumn<int>> Columns { get; } =
    [
        new("text", "Text", row => new CellValue.Text("=" + row.ToString(CultureInfo.InvariantCulture))),
        new("number", "Number", row => new CellValue.Number(row)),
        new("amount", "Amount", row => new CellValue.Amount(-row, "AUD")),
        new("day", "Day", row => new CellValue.Day(new DateOnly(2026, 1, 1).AddDays(row))),
    ];

    public override string KeyOf(int row) => row.ToString(CultureInfo.InvariantCulture);

    protected override Task<ImmutableArray<int>> ReadAfter(
        Caller caller, ListQuery query, (string Key, int CountMax) after, CancellationToken cancellation)
    {
        (AskedMax, ReadCount) = (Math.Max(AskedMax, after.CountMax), ReadCount + 1);
        var first = after.Key.Length == 0 ? 0 : int.Parse(after.Key, CultureInfo.InvariantCulture) + 1;
        return Task.FromResult<ImmutableArray<int>>(
            [.. Enumerable.Range(first, Math.Clamp(count - first, 0, after.CountMax))]);
    }

    protected override Task<ImmutableArray<int>> ReadLast(
        Caller caller, ListQuery query, int countMax, CancellationToken cancellation)
    {
        (AskedMax, ReadCount) = (Math.Max(AskedMax, countMax), ReadCount + 1);
        return Task.FromResult<ImmutableArray<int>>([.. Enumerable.Range(0, count).TakeLast(countMax)]);
    }
}
