/// The syntax of queries.
enum QuerySyntax {}
