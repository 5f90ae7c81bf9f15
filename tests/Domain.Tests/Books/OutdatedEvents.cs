using System.Collections.Immutable;
using System.Reflection;
using System.Reflection.Emit;
using BillingActors.Domain.Accounts;

namespace BillingActors.Domain.Tests.Books;

/// <summary>Events stored before approvals had one inbox: they load for ever, and nothing makes them.</summary>
internal static class OutdatedEvents
{
    /// <summary>Their types.</summary>
    public static ImmutableArray<Type> All { get; } =
    [
        typeof(AccountEvent.RefundApproved), typeof(AccountEvent.DisputeCreditProposed),
        typeof(AccountEvent.DisputeCreditDeclined),
    ];

    /// <summary>Whether any code of the domain calls a constructor of the event, other than its own copies.</summary>
    public static bool IsMade(Type type) => typeof(Account).Assembly.GetTypes()
        .Where(maker => maker != type)
        .SelectMany(maker => maker.GetMembers(
            BindingFlags.DeclaredOnly | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static
            | BindingFlags.Instance))
        .OfType<MethodBase>()
        .Any(method => Makes(method, type));

    // The operand of newobj is the token of the constructor; other bytes that look the same do no harm.
    private static bool Makes(MethodBase method, Type type)
    {
        if (method.GetMethodBody()?.GetILAsByteArray() is not { } code)
            return false;
        var tokens = type.GetConstructors(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance)
            .Select(constructor => constructor.MetadataToken).ToHashSet();
        for (var at = 0; at + sizeof(int) < code.Length; at++)
        {
            if (code[at] == OpCodes.Newobj.Value && tokens.Contains(BitConverter.ToInt32(code, at + 1)))
                return true;
        }
        return false;
    }
}
