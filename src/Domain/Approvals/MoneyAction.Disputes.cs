using System.Text.Json.Serialization;
using BillingActors.Domain.Accounts;
using BillingActors.Domain.Disputes;
using BillingActors.Domain.Primitives;

namespace BillingActors.Domain.Approvals;

/// <summary>Actions that end disputes.</summary>
[JsonDerivedType(typeof(CreditingDispute), CreditingDispute.ActionName)]
public abstract partial record MoneyAction
{
    /// <summary>A dispute is upheld, wholly or in part, and credited.</summary>
    public sealed record CreditingDispute(ResolveDispute Command) : MoneyAction
    {
        /// <summary>The name limits are given for.</summary>
        public const string ActionName = "dispute-credit";

        /// <summary>Id of what a dispute gives back, and of the request for it.</summary>
        public static string IdOf(string disputeId) => DisputeCredit.IdOf(disputeId);

        /// <inheritdoc />
        public override string Name => ActionName;

        /// <inheritdoc />
        public override string Id => IdOf(Command.DisputeId);

        /// <inheritdoc />
        public override long EffectMinor(Account account) => Command.CreditMinor;

        /// <inheritdoc />
        public override Decision<AccountEvent> Decide(Account account, CommandContext context) =>
            DisputeResolution.Decide(account, Command, context);
    }
}
