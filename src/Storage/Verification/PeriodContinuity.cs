using BillingActors.Domain.Accounts;

namespace BillingActors.Storage.Verification;

/// <summary>An invoice bills each contract from where the one before ended, and not beyond its end.</summary>
internal static class PeriodContinuity
{
    public static void Check(string key, Account before, AccountEvent.InvoiceIssued issued, Findings findings)
    {
        findings.Count(Rule.Periods, issued.Contracts.Length);
        foreach (var billed in issued.Contracts)
        {
            var contract = before.Contract(billed.ContractId);
            if (contract is null)
                Broken($"contract {billed.ContractId} is billed and was never started");
            else if ((contract.BilledThrough ?? contract.From) is var due && due != billed.Period.From)
                Broken($"contract {contract.Id} is billed for {billed.Period}, and was due from {due:uuuu-MM-dd} on");
            else if (contract.Until is { } until && until < billed.Period.Until)
                Broken($"contract {contract.Id} is billed for {billed.Period} and ends on {until:uuuu-MM-dd}");
        }

        void Broken(string detail) => findings.Add(Rule.Periods, key, $"invoice {issued.InvoiceId}: {detail}");
    }
}
