using BillingActors.Domain.Accounts;
using BillingActors.Domain.Invoicing;
using BillingActors.Domain.Tariffs;
using NodaTime;

namespace BillingActors.Domain.Explanations;

/// <summary>
/// Sets an account back to days of the past and, if asked, on another tariff, so that the calculation of the bill runs
/// rates them again.
/// </summary>
public static class PastRating
{
    /// <summary>
    /// The account with one contract alone, billed up to the day as it was at <paramref name="then"/>. Where no bill
    /// ended on the day, its registers start from the reads around it.
    /// </summary>
    public static Account From(Account now, Contract then, LocalDate from)
    {
        var contract = now.Contract(then.Id) ?? then;
        var isFirst = from <= contract.From;
        return now with
        {
            Status = AccountStatus.Open,
            Charges = [],
            Contracts =
            [
                contract with
                {
                    BilledThrough = isFirst ? null : from,
                    Positions = then.BilledThrough == from ? then.Positions : [],
                    State = isFirst ? null : then.State,
                    History = then.History,
                },
            ],
        };
    }

    /// <summary>The account with a contract on the tariff for all its days.</summary>
    public static Account On(Account account, string contractId, Tariff tariff) => account with
    {
        Contracts =
        [
            .. account.Contracts.Select(contract => contract.Id == contractId
                ? contract with { Tariffs = [new TariffAssignment(contract.From, tariff.Id)] }
                : contract),
        ],
    };

    /// <summary>The inputs with the tariff in the place of those the contract was on.</summary>
    public static ClosingInputs On(ClosingInputs inputs, string contractId, Tariff tariff) => inputs with
    {
        Contracts =
        [
            .. inputs.Contracts.Select(given =>
                given.ContractId == contractId ? given with { Tariffs = [tariff] } : given),
        ],
    };

    /// <summary>The tariff with one of its versions for all days; null where it has no such version.</summary>
    public static Tariff? Only(Tariff tariff, int number)
    {
        var version = tariff.Versions.FirstOrDefault(known => known.Number == number);
        return version is null
            ? null
            : tariff with
            {
                Versions = [version with { ValidFrom = LocalDate.MinIsoValue, ValidUntil = null, ExistingFrom = null }],
            };
    }
}
