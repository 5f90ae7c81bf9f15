using System.Globalization;
using BillingActors.Domain.Rating;
using BillingActors.Domain.Rating.State;
using BillingActors.Domain.Tests.Oracle.Drawing;

namespace BillingActors.Domain.Tests.Oracle;

/// <summary>A bill depends on what is billed, not on where and in which order it is told.</summary>
public sealed class IndependenceTests
{
    private const ulong Seed = 5;
    private const int Rows = 150;

    private static readonly BillGenerator _generator = new(Seed);

    // Commas for points, digits of another script, another calendar, and an i without a dot.
    [Theory]
    [InlineData("de-DE")]
    [InlineData("ar-SA")]
    [InlineData("fa-IR")]
    [InlineData("tr-TR")]
    public void The_culture_of_the_machine_does_not_matter(string culture)
    {
        var before = CultureInfo.CurrentCulture;
        var expected = Lines(static request => request);
        try
        {
            CultureInfo.CurrentCulture = new CultureInfo(culture);
            Assert.Equal(expected, Lines(static request => request));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Theory]
    [InlineData("Pacific/Kiritimati")]
    [InlineData("America/St_Johns")]
    public void The_zone_of_the_machine_does_not_matter(string zone)
    {
        var before = Environment.GetEnvironmentVariable("TZ");
        var expected = Lines(static request => request);
        try
        {
            Environment.SetEnvironmentVariable("TZ", zone);
            TimeZoneInfo.ClearCachedData();
            Assert.Equal(zone, TimeZoneInfo.Local.Id);
            Assert.Equal(expected, Lines(static request => request));
        }
        finally
        {
            Environment.SetEnvironmentVariable("TZ", before);
            TimeZoneInfo.ClearCachedData();
        }
    }

    [Fact]
    public void The_order_of_what_is_told_does_not_matter() =>
        Assert.Equal(Lines(static request => request), Lines(static request => request with
        {
            Calls = [.. request.Calls.Reverse()],
            Events = [.. request.Events.Reverse()],
            Usage = request.Usage with { Days = [.. request.Usage.Days.Reverse()] },
            Tariff = request.Tariff with { Versions = [.. request.Tariff.Versions.Reverse()] },
            Determinants = request.Determinants is { } given
                ? given with { Periods = [.. given.Periods.Reverse()] }
                : null,
        }));

    private static List<RatedLine> Lines(Func<RatingRequest, RatingRequest> change)
    {
        var lines = new List<RatedLine>();
        for (var row = 0; row < Rows; row++)
        {
            var state = RatingState.Empty;
            foreach (var request in _generator.Row(row, 2).Bills)
            {
                var result = ContractRating.Rate(change(request) with { State = state });
                lines.AddRange(result.Lines);
                state = result.State;
            }
        }
        Assert.True(lines.Count > Rows, "bills have lines");
        return lines;
    }
}
