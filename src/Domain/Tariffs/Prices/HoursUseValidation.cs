using BillingActors.Domain.Tariffs.Settings;

namespace BillingActors.Domain.Tariffs.Prices;

/// <summary>Checks a price by hours of use: blocks that can be reached, and a demand to count with.</summary>
internal sealed class HoursUseValidation(TariffVersion version, ProblemList problems)
{
    public void Check(PriceModel.HoursUse hours, string path)
    {
        CheckDemand(hours.Demand, path);
        if (hours.Per == ChargePer.Year)
            problems.Add($"{path}/per", "unknown-span", "Hours of use are counted per month, day or bill.");
        if (hours.Blocks.IsEmpty)
            problems.Add($"{path}/steps", "no-tiers", "A price by hours of use has at least one block.");
        var below = (decimal?)0m;
        for (var i = 0; i < hours.Blocks.Length; i++)
        {
            var limit = hours.Blocks[i].UpTo;
            if (below is null || limit <= below)
            {
                problems.Add(
                    $"{path}/steps/{i}", "unreachable-tier", "Limits rise, and only the last block has none.");
            }
            new PriceValidation(version, problems).Check(hours.Blocks[i].Price, $"{path}/steps/{i}", isNested: true);
            below = limit;
        }
        if (hours.Blocks.Length > 0 && below is not null)
        {
            problems.Add(
                $"{path}/steps/{hours.Blocks.Length - 1}/upTo", "open-end", "The last block has no limit.");
        }
    }

    private void CheckDemand(HoursUseDemand demand, string path)
    {
        var given = new[] { demand.Charge is not null, demand.Fixed is not null, demand.Option is not null };
        if (given.Count(static isGiven => isGiven) != 1)
            problems.Add($"{path}/demandCharge", "one-demand", "One of demandCharge, demand and option is given.");
        var demands = version.Charges.OfType<Charge.Demand>();
        if (demand.Charge is { } code && demands.All(charge => charge.Head.Code != code))
            problems.Add($"{path}/demandCharge", "unknown-charge", $"The version has no demand charge {code}.");
        if (demand.Fixed < 0m)
            problems.Add($"{path}/demand", "out-of-range", "A demand is not negative.");
        if (demand.Option is { } option && SettingRegistry.Find(option) is not Setting<decimal?>)
            problems.Add($"{path}/option", "unknown-setting", $"There is no setting {option} with a number.");
    }
}
