namespace BillingActors.Formats.Csv;

/// <summary>A day of a channel with all that its rows must share.</summary>
internal sealed record ChannelKey(
    string ServicePointId,
    string Channel,
    string? MeterSerial,
    string Unit,
    string Direction,
    int Minutes,
    int OffsetMinutes,
    DateOnly Day)
{
    /// <summary>The day as the store knows it: two with the same name would replace each other.</summary>
    public string Name => $"{ServicePointId}\n{Channel}\n{MeterSerial}\n{Day:O}";
}
