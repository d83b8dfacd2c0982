namespace BackendStandards.Analyzers.Rules;

/// <summary>
/// An exception of a rule, with the rule's id and the place in its message: the compiler's AD0001 shows the message alone,
/// and the position is what a report of the fault needs.
/// </summary>
internal sealed class RuleException(string ruleIds, string place, Exception inner)
    : Exception($"{ruleIds} failed at {place}: {inner.GetType().Name}: {inner.Message}", inner);
