using BillingActors.Domain.Rating.Metered;

namespace BillingActors.Domain.Rating.Demands;

/// <summary>The demand of one time-of-use period on its way to the bill, with the reasons for each step.</summary>
internal sealed class DemandAdjustment
{
    private const int ShownMax = 12;

    private readonly List<string> _reasons = [];

    public DemandAdjustment(string? timeOfUse, DemandPeak peak, LocalClock clock, string unit)
    {
        (TimeOfUse, Quantity) = (timeOfUse, peak.Quantity);
        if (peak.MeanOf is { Length: > 1 } windows)
        {
            var shown = windows.Take(ShownMax).Select(window => Printed(window, clock, unit));
            var rest = windows.Length > ShownMax ? ", …" : "";
            _reasons.Add($"mean of {windows.Length}: {string.Join(", ", shown)}{rest}");
        }
        else if (peak.At is not null)
        {
            _reasons.Add(Printed(peak, clock, unit));
        }
    }

    private static string Printed(DemandPeak peak, LocalClock clock, string unit) =>
        $"{Exact.Text(peak.Quantity)} {unit}{(peak.At is { } at ? $" at {clock.Print(at)}" : "")}"
        + (peak.Weight is { } weight ? $" (counted {Exact.Text(weight)} times)" : "");

    public string? TimeOfUse { get; }

    public decimal Quantity { get; private set; }

    public void Set(decimal quantity, string reason)
    {
        Quantity = quantity;
        _reasons.Add(reason);
    }

    public void AtLeast(decimal least, string reason)
    {
        if (least > Quantity)
            Set(least, reason);
    }

    /// <summary>The source with the reasons behind it: "E1 2025-01-01..2025-02-01; 8 kW at …".</summary>
    public LineSource Named(LineSource source) => _reasons.Count == 0
        ? source
        : source with { Reference = $"{source.Reference}; {string.Join("; ", _reasons)}" };
}
