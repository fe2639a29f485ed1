// Expat, a parser of XML.
#ifndef HASKAP_CEXPAT_SHIM_H
#define HASKAP_CEXPAT_SHIM_H

#include <expat.h>

#endif
