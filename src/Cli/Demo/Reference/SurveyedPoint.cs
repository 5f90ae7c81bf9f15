using BillingActors.Grains.Interfaces.Metering;

namespace BillingActors.Cli.Demo.Reference;

/// <summary>A service point as the files show it.</summary>
internal sealed class SurveyedPoint(string id, string market)
{
    private readonly Dictionary<string, SurveyedChannel> _channels = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Serial, string Register), SurveyedRegister> _registers = [];

    public string Id => id;

    /// <summary>Market the files belong to.</summary>
    public string Market => market;

    /// <summary>The meter the channels belong to.</summary>
    public string Serial { get; private set; } = "unnamed";

    public IReadOnlyCollection<SurveyedChannel> Channels => _channels.Values;

    public IReadOnlyCollection<SurveyedRegister> Registers => _registers.Values;

    /// <summary>Channels that count energy delivered to the customer.</summary>
    public IReadOnlyList<SurveyedChannel> EnergyChannels =>
        [.. _channels.Values.Where(channel =>
            channel.Direction == "import" && IsEnergy(channel.Unit) && channel.From < channel.Until)];

    /// <summary>Registers that count energy delivered to the customer.</summary>
    public IReadOnlyList<SurveyedRegister> EnergyRegisters =>
        [.. _registers.Values.Where(register => register.Direction == "import" && IsEnergy(register.Unit))];

    /// <summary>Whether a channel counts energy the customer gives.</summary>
    public bool Exports =>
        _channels.Values.Any(channel => channel.Direction == "export" && IsEnergy(channel.Unit));

    public void Take(ChannelDay day)
    {
        if (!_channels.TryGetValue(day.Channel, out var channel))
            _channels[day.Channel] = channel = new SurveyedChannel(day);
        channel.Take(day);
        Serial = Serial == "unnamed" && !string.IsNullOrEmpty(day.MeterSerial) ? day.MeterSerial : Serial;
    }

    public void Take(MeterRead read, int digits)
    {
        if (!_registers.TryGetValue((read.MeterSerial, read.Register), out var register))
            _registers[(read.MeterSerial, read.Register)] = register = new SurveyedRegister(read);
        register.Take(read, digits);
    }

    private static bool IsEnergy(string unit) => unit is "Wh" or "kWh" or "MWh";
}
